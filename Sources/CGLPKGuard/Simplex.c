#include <math.h>

#include "GuardState.h"

static double outside(int type, double lower, double upper, double value) {
  double amount = 0;
  if ((type == GLP_LO || type == GLP_DB || type == GLP_FX) && value < lower) amount += lower - value;
  if ((type == GLP_UP || type == GLP_DB || type == GLP_FX) && value > upper) amount += value - upper;
  return amount;
}

/// How far a reduced cost is from the sign that its variable's place calls for; `cost` is for minimising.
static double wrong_sign(int status, double cost) {
  switch (status) {
    case GLP_NL: return cost < 0 ? -cost : 0;
    case GLP_NU: return cost > 0 ? cost : 0;
    case GLP_NF: return fabs(cost);
    default: return 0;
  }
}

static void measure(glp_prob *problem, glpk_guard_simplex_report *report) {
  const int rows = glp_get_num_rows(problem);
  const int columns = glp_get_num_cols(problem);
  const double sign = glp_get_obj_dir(problem) == GLP_MIN ? 1 : -1;
  double primal = 0;
  double dual = 0;
  for (int i = 1; i <= rows; i++) {
    primal += outside(
      glp_get_row_type(problem, i), glp_get_row_lb(problem, i), glp_get_row_ub(problem, i), glp_get_row_prim(problem, i));
    dual += wrong_sign(glp_get_row_stat(problem, i), sign * glp_get_row_dual(problem, i));
  }
  for (int j = 1; j <= columns; j++) {
    primal += outside(
      glp_get_col_type(problem, j), glp_get_col_lb(problem, j), glp_get_col_ub(problem, j), glp_get_col_prim(problem, j));
    dual += wrong_sign(glp_get_col_stat(problem, j), sign * glp_get_col_dual(problem, j));
  }
  report->primal_infeasibility = primal;
  report->dual_infeasibility = dual;
}

int glpk_guard_simplex(
  glp_prob *problem, int method, int pivots, int milliseconds, glpk_guard_simplex_report *report) {
  GUARDED({
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = method;
    parameters.it_lim = pivots;
    parameters.tm_lim = milliseconds;
    // From zero each time, so that no sum of slices can run over GLPK's int.
    glp_set_it_cnt(problem, 0);
    report->code = glp_simplex(problem, &parameters);
    report->pivots = glp_get_it_cnt(problem);
    report->primal_status = glp_get_prim_stat(problem);
    report->dual_status = glp_get_dual_stat(problem);
    report->objective = glp_get_obj_val(problem);
    measure(problem, report);
  });
}

int glpk_guard_get_solution(
  glp_prob *problem, double *row_values, double *row_duals, double *column_values, double *column_duals) {
  GUARDED({
    const int rows = glp_get_num_rows(problem);
    const int columns = glp_get_num_cols(problem);
    for (int i = 1; i <= rows; i++) {
      if (row_values) row_values[i - 1] = glp_get_row_prim(problem, i);
      if (row_duals) row_duals[i - 1] = glp_get_row_dual(problem, i);
    }
    for (int j = 1; j <= columns; j++) {
      if (column_values) column_values[j - 1] = glp_get_col_prim(problem, j);
      if (column_duals) column_duals[j - 1] = glp_get_col_dual(problem, j);
    }
  });
}

int glpk_guard_get_basis(glp_prob *problem, int *rows, int *columns) {
  GUARDED({
    const int m = glp_get_num_rows(problem);
    const int n = glp_get_num_cols(problem);
    for (int i = 1; i <= m; i++) rows[i - 1] = glp_get_row_stat(problem, i);
    for (int j = 1; j <= n; j++) columns[j - 1] = glp_get_col_stat(problem, j);
  });
}

int glpk_guard_set_basis(glp_prob *problem, const int *rows, const int *columns) {
  GUARDED({
    const int m = glp_get_num_rows(problem);
    const int n = glp_get_num_cols(problem);
    for (int i = 1; i <= m; i++) glp_set_row_stat(problem, i, rows[i - 1]);
    for (int j = 1; j <= n; j++) glp_set_col_stat(problem, j, columns[j - 1]);
  });
}

int glpk_guard_standard_basis(glp_prob *problem) {
  GUARDED({ glp_std_basis(problem); });
}

int glpk_guard_advanced_basis(glp_prob *problem) {
  GUARDED({
    // glp_adv_basis takes an empty program for a misuse.
    if (glp_get_num_rows(problem) == 0 || glp_get_num_cols(problem) == 0) {
      glp_std_basis(problem);
    } else {
      glp_adv_basis(problem, 0);
    }
  });
}

int glpk_guard_count_basic(glp_prob *problem, int *count) {
  GUARDED({
    const int m = glp_get_num_rows(problem);
    const int n = glp_get_num_cols(problem);
    *count = 0;
    for (int i = 1; i <= m; i++) *count += glp_get_row_stat(problem, i) == GLP_BS;
    for (int j = 1; j <= n; j++) *count += glp_get_col_stat(problem, j) == GLP_BS;
  });
}
