#include <float.h>
#include <math.h>

#include "GuardState.h"

static void read_bound(glp_tree *tree, glpk_guard_search *search) {
  const int node = glp_ios_best_node(tree);
  if (node == 0) return;
  const double bound = glp_ios_node_bound(tree, node);
  if (fabs(bound) == DBL_MAX) return;
  search->has_bound = 1;
  search->bound = bound;
}

/// Whether what is in hand, ours or the tree's, is within the wanted gap of the bound.
static int gap_reached(glp_prob *problem, const glpk_guard_search *search) {
  if (!search->has_bound || search->relative_gap <= 0) return 0;
  const double sign = glp_get_obj_dir(problem) == GLP_MIN ? 1 : -1;
  double best = search->has_cutoff ? sign * search->best_known : DBL_MAX;
  const int status = glp_mip_status(problem);
  if ((status == GLP_FEAS || status == GLP_OPT) && sign * glp_mip_obj_val(problem) < best) {
    best = sign * glp_mip_obj_val(problem);
  }
  if (best == DBL_MAX) return 0;
  return best - sign * search->bound <= search->relative_gap * fmax(1, fabs(best));
}

/// Adds to the tree's own problem the row that keeps out what is no better than the solution in hand.
///
/// The presolver renames and removes columns, so our solution can't be put into its tree; but the value of a solution is the
/// same in both problems, so a row over the tree's own columns is sound. It is divided by its largest coefficient, because GLPK
/// scaled its problem before the row came.
static void add_cutoff_row(glp_tree *tree, glpk_guard_search *search) {
  glp_prob *problem = glp_ios_get_prob(tree);
  const int columns = glp_get_num_cols(problem);
  int *places = glp_alloc(1 + columns, sizeof(int));
  double *values = glp_alloc(1 + columns, sizeof(double));
  double largest = 0;
  int count = 0;
  for (int j = 1; j <= columns; j++) {
    const double cost = glp_get_obj_coef(problem, j);
    if (cost == 0) continue;
    count += 1;
    places[count] = j;
    values[count] = cost;
    if (fabs(cost) > largest) largest = fabs(cost);
  }
  if (count > 0) {
    for (int k = 1; k <= count; k++) values[k] /= largest;
    const double limit = (search->cutoff - glp_get_obj_coef(problem, 0)) / largest;
    const int row = glp_add_rows(problem, 1);
    glp_set_mat_row(problem, row, count, places, values);
    glp_set_row_bnds(problem, row, glp_get_obj_dir(problem) == GLP_MIN ? GLP_UP : GLP_LO, limit, limit);
    search->cutoff_row_added = 1;
  }
  glp_free(places);
  glp_free(values);
}

static void stop(glp_tree *tree, glpk_guard_search *search, int reason) {
  search->stopped_by = reason;
  glp_ios_terminate(tree);
}

/// What the callback works on.
typedef struct {
  glpk_guard_search *search;
  glp_iocp *parameters;
} guarded_search;

static void on_event(glp_tree *tree, void *info) {
  glpk_guard_search *search = ((guarded_search *)info)->search;
  glp_iocp *parameters = ((guarded_search *)info)->parameters;
  glp_prob *problem = glp_ios_get_prob(tree);
  const int reason = glp_ios_reason(tree);
  read_bound(tree, search);
  search->pivots = glp_get_it_cnt(problem);
  if (gap_reached(problem, search)) {
    stop(tree, search, GLPK_GUARD_GAP_REACHED);
    return;
  }
  switch (reason) {
    case GLP_ISELECT:
      if (search->nodes >= search->node_limit) {
        stop(tree, search, GLPK_GUARD_NODE_LIMIT);
        return;
      }
      search->nodes += 1;
      // GLPK's cut generators take a program without columns for a misuse, and the presolver can leave one.
      if (glp_get_num_cols(problem) == 0) {
        parameters->gmi_cuts = GLP_OFF;
        parameters->mir_cuts = GLP_OFF;
        parameters->cov_cuts = GLP_OFF;
        parameters->clq_cuts = GLP_OFF;
      }
      break;
    case GLP_IROWGEN:
      if (search->presolve && search->has_cutoff && search->nodes == 1 && !search->cutoff_row_added) {
        add_cutoff_row(tree, search);
      }
      break;
    case GLP_IHEUR:
      if (search->incumbent != NULL && search->nodes == 1 && !search->incumbent_accepted) {
        search->incumbent_accepted = glp_ios_heur_sol(tree, search->incumbent) == 0;
      }
      break;
    default: break;
  }
  if (search->pivots >= search->pivot_limit) {
    stop(tree, search, GLPK_GUARD_PIVOT_LIMIT);
  } else if (search->should_stop != NULL && search->should_stop(search->context)) {
    stop(tree, search, GLPK_GUARD_STOPPED);
  }
}

int glpk_guard_integer(glp_prob *problem, glpk_guard_search *search) {
  GUARDED({
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = search->log ? GLP_MSG_ALL : GLP_MSG_OFF;
    parameters.presolve = search->presolve ? GLP_ON : GLP_OFF;
    parameters.gmi_cuts = search->cuts ? GLP_ON : GLP_OFF;
    parameters.mir_cuts = search->cuts ? GLP_ON : GLP_OFF;
    parameters.cov_cuts = search->cuts ? GLP_ON : GLP_OFF;
    parameters.clq_cuts = search->cuts ? GLP_ON : GLP_OFF;
    parameters.fp_heur = search->feasibility_pump ? GLP_ON : GLP_OFF;
    parameters.tm_lim = search->milliseconds;
    parameters.cb_func = on_event;
    guarded_search info = {search, &parameters};
    parameters.cb_info = &info;
    if (search->log) glpk_guard_start_log();
    glp_set_it_cnt(problem, 0);
    search->code = glp_intopt(problem, &parameters);
    search->status = glp_mip_status(problem);
    search->objective = glp_mip_obj_val(problem);
    search->pivots = glp_get_it_cnt(problem);
  });
}

int glpk_guard_get_integer_solution(glp_prob *problem, double *column_values) {
  GUARDED({
    const int columns = glp_get_num_cols(problem);
    for (int j = 1; j <= columns; j++) column_values[j - 1] = glp_mip_col_val(problem, j);
  });
}

static double breach(int type, double lower, double upper, double value) {
  double amount = 0;
  if ((type == GLP_LO || type == GLP_DB || type == GLP_FX) && value < lower) amount = (lower - value) / (1 + fabs(lower));
  if ((type == GLP_UP || type == GLP_DB || type == GLP_FX) && value > upper) {
    amount = fmax(amount, (value - upper) / (1 + fabs(upper)));
  }
  return amount;
}

int glpk_guard_check_point(
  glp_prob *problem, const double *values, double *objective, double *violation, int *where, int *index) {
  GUARDED({
    const int rows = glp_get_num_rows(problem);
    const int columns = glp_get_num_cols(problem);
    double sum = glp_get_obj_coef(problem, 0);
    int *places = glp_alloc(1 + columns, sizeof(int));
    double *coefficients = glp_alloc(1 + columns, sizeof(double));
    *violation = 0;
    *where = 0;
    *index = 0;
    for (int j = 1; j <= columns; j++) {
      const double value = values[j - 1];
      sum += glp_get_obj_coef(problem, j) * value;
      double amount = breach(glp_get_col_type(problem, j), glp_get_col_lb(problem, j), glp_get_col_ub(problem, j), value);
      if (glp_get_col_kind(problem, j) != GLP_CV) amount = fmax(amount, fabs(value - round(value)));
      if (amount > *violation) {
        *violation = amount;
        *where = 1;
        *index = j - 1;
      }
    }
    for (int i = 1; i <= rows; i++) {
      const int count = glp_get_mat_row(problem, i, places, coefficients);
      double activity = 0;
      for (int k = 1; k <= count; k++) activity += coefficients[k] * values[places[k] - 1];
      const double amount =
        breach(glp_get_row_type(problem, i), glp_get_row_lb(problem, i), glp_get_row_ub(problem, i), activity);
      if (amount > *violation) {
        *violation = amount;
        *where = -1;
        *index = i - 1;
      }
    }
    *objective = sum;
    glp_free(places);
    glp_free(coefficients);
  });
}
