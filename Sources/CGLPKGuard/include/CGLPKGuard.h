// Every call into GLPK that can end in abort(), wrapped so that it ends in a status instead.
//
// GLPK reports a fatal error by printing to standard output and calling abort(). Here an error hook leaves the failing call by
// longjmp, which crosses frames of GLPK and of this target only. After that every GLPK object of the thread has been freed: the
// thread's environment number changes, and pointers got under another number must not be used again.
//
// All state is per thread. Arrays named "from one" follow GLPK: element 0 is ignored.

#ifndef REABLE_CGLPK_GUARD_H
#define REABLE_CGLPK_GUARD_H

#include <stddef.h>
#include <stdint.h>

typedef struct glp_prob glp_prob;

/// How a guarded call ended.
enum {
  /// The call returned.
  GLPK_GUARD_OK = 0,
  /// GLPK reported a fatal error: its text is in glpk_guard_text, its objects on this thread are gone.
  GLPK_GUARD_FATAL = 1,
  /// The call came from inside another guarded call of this thread and was not made.
  GLPK_GUARD_NESTED = 2,
  /// There was no memory for GLPK's environment; the call was not made.
  GLPK_GUARD_NO_ENVIRONMENT = 3
};

// Environment.c

/// The number of this thread, never used again by another one.
uint64_t glpk_guard_thread(void);
/// The number of this thread's environment, 0 while it has none. Numbers are never used again.
uint64_t glpk_guard_environment(void);
/// Makes this thread's environment if it has none.
int glpk_guard_start(void);
/// Frees this thread's environment with everything in it. Returns GLPK_GUARD_NESTED inside a guarded call.
int glpk_guard_free(void);
/// Limits the memory of this thread's environment, now and whenever it is made again; 0 takes the limit away.
/// Returns 1, changing nothing, when more than that is in use.
int glpk_guard_limit_memory(int megabytes);
/// Bytes in use in this thread's environment, and the most that were.
void glpk_guard_memory(size_t *now, size_t *most);
/// GLPK's text of this thread's last fatal error, empty if there was none since the last guarded call began.
const char *glpk_guard_text(void);
/// What GLPK printed during this thread's last guarded call that asked for a log; the end of it if it was long.
const char *glpk_guard_log(void);
/// GLPK's version.
const char *glpk_guard_version(void);

// Faults made on purpose, for tests.

/// Guarded calls begun by this thread since the count was last set.
int64_t glpk_guard_calls(void);
/// The number of the call that is to fail, 0 for none.
int64_t glpk_guard_failing_call(void);
/// Sets the count of calls and the number of the call that is to fail; 0 for none.
void glpk_guard_plan_fault(int64_t calls, int64_t failing_call);

/// Misuses of GLPK that would abort the process.
enum {
  GLPK_GUARD_BAD_ROW_INDEX = 0,
  GLPK_GUARD_BAD_COLUMN_INDEX = 1,
  GLPK_GUARD_BAD_COUNT = 2,
  GLPK_GUARD_BAD_DUPLICATE = 3,
  GLPK_GUARD_BAD_PARAMETER = 4,
  GLPK_GUARD_BAD_ASSERTION = 5,
  GLPK_GUARD_BAD_MEMORY = 6
};
/// Commits one of the misuses above.
int glpk_guard_misuse(int kind);

// Problem.c

int glpk_guard_create(glp_prob **problem);
int glpk_guard_delete(glp_prob *problem);
int glpk_guard_set_direction(glp_prob *problem, int direction);
int glpk_guard_add_rows(glp_prob *problem, int count, const int *types, const double *lower, const double *upper);
/// Adds columns. `starts` has count + 1 positions in `rows` and `values`, which count from one, as do the rows named there.
int glpk_guard_add_columns(
  glp_prob *problem, int count, const int *starts, const int *rows, const double *values, const double *objective,
  const int *types, const double *lower, const double *upper, const int *kinds);
int glpk_guard_load_matrix(
  glp_prob *problem, int count, const int *rows, const int *columns, const double *values);
int glpk_guard_set_row_bounds(glp_prob *problem, int row, int type, double lower, double upper);
int glpk_guard_set_column_bounds(glp_prob *problem, int column, int type, double lower, double upper);
/// Sets the cost of a column, or with column 0 the constant of the objective.
int glpk_guard_set_objective(glp_prob *problem, int column, double coefficient);
int glpk_guard_set_kind(glp_prob *problem, int column, int kind);
/// Deletes rows or columns named in an array from one.
int glpk_guard_delete_rows(glp_prob *problem, int count, const int *numbers);
int glpk_guard_delete_columns(glp_prob *problem, int count, const int *numbers);
int glpk_guard_get_row_bounds(glp_prob *problem, int row, int *type, double *lower, double *upper);
int glpk_guard_get_column(
  glp_prob *problem, int column, int *type, double *lower, double *upper, double *objective, int *kind);
/// Reads a column's or a row's coefficients into arrays from one with room for all rows or columns.
int glpk_guard_get_column_entries(glp_prob *problem, int column, int *count, int *rows, double *values);
int glpk_guard_get_row_entries(glp_prob *problem, int row, int *count, int *columns, double *values);
/// Reads the constant, and into arrays from zero the costs and kinds of all columns; `kinds` may be NULL.
int glpk_guard_get_objective(glp_prob *problem, double *constant, double *coefficients, int *kinds);
int glpk_guard_scale(glp_prob *problem);

// Simplex.c

/// What one run of the simplex method left.
typedef struct {
  /// What glp_simplex returned.
  int code;
  int primal_status;
  int dual_status;
  double objective;
  int pivots;
  /// Sums of the violations of bounds and of the signs of reduced costs.
  double primal_infeasibility;
  double dual_infeasibility;
} glpk_guard_simplex_report;

int glpk_guard_simplex(
  glp_prob *problem, int method, int pivots, int milliseconds, glpk_guard_simplex_report *report);
/// Reads the basic solution into arrays from zero; each may be NULL.
int glpk_guard_get_solution(
  glp_prob *problem, double *row_values, double *row_duals, double *column_values, double *column_duals);
/// Reads and writes the statuses of rows and columns, arrays from zero.
int glpk_guard_get_basis(glp_prob *problem, int *rows, int *columns);
int glpk_guard_set_basis(glp_prob *problem, const int *rows, const int *columns);
int glpk_guard_standard_basis(glp_prob *problem);
int glpk_guard_advanced_basis(glp_prob *problem);
/// Counts the basic variables.
int glpk_guard_count_basic(glp_prob *problem, int *count);

// Branching.c

/// Why a search ended.
enum {
  GLPK_GUARD_SEARCH_ENDED = 0,
  GLPK_GUARD_NODE_LIMIT = 1,
  GLPK_GUARD_PIVOT_LIMIT = 2,
  GLPK_GUARD_GAP_REACHED = 3,
  GLPK_GUARD_STOPPED = 4
};

/// What a search may do, and what it did.
typedef struct {
  int64_t node_limit;
  int64_t pivot_limit;
  double relative_gap;
  int milliseconds;
  int presolve;
  int cuts;
  int feasibility_pump;
  int log;
  /// The known solution's values from one, or NULL; handed over where the tree has our columns (no presolve).
  const double *incumbent;
  /// Whether only solutions better than `cutoff` are wanted, and the objective already in hand.
  int has_cutoff;
  double cutoff;
  double best_known;
  /// Asked at every node; it must not call GLPK.
  int (*should_stop)(void *context);
  void *context;

  int code;
  int status;
  double objective;
  int64_t nodes;
  int64_t pivots;
  int stopped_by;
  int has_bound;
  double bound;
  int incumbent_accepted;
  int cutoff_row_added;
} glpk_guard_search;

int glpk_guard_integer(glp_prob *problem, glpk_guard_search *search);
/// Reads the integer solution into an array from zero.
int glpk_guard_get_integer_solution(glp_prob *problem, double *column_values);
/// Works out a point's objective and its worst relative violation of a row, a column or integrality (arrays from zero).
/// `where` is -1 for a row, 1 for a column, 0 for none; `index` counts from zero.
int glpk_guard_check_point(
  glp_prob *problem, const double *values, double *objective, double *violation, int *where, int *index);

#endif
