#include "GuardState.h"

int glpk_guard_create(glp_prob **problem) {
  GUARDED({ *problem = glp_create_prob(); });
}

int glpk_guard_delete(glp_prob *problem) {
  GUARDED({ glp_delete_prob(problem); });
}

int glpk_guard_set_direction(glp_prob *problem, int direction) {
  GUARDED({ glp_set_obj_dir(problem, direction); });
}

int glpk_guard_add_rows(glp_prob *problem, int count, const int *types, const double *lower, const double *upper) {
  GUARDED({
    const int first = glp_add_rows(problem, count);
    for (int k = 0; k < count; k++) glp_set_row_bnds(problem, first + k, types[k], lower[k], upper[k]);
  });
}

int glpk_guard_add_columns(
  glp_prob *problem, int count, const int *starts, const int *rows, const double *values, const double *objective,
  const int *types, const double *lower, const double *upper, const int *kinds) {
  GUARDED({
    const int first = glp_add_cols(problem, count);
    for (int k = 0; k < count; k++) {
      const int start = starts[k];
      glp_set_mat_col(problem, first + k, starts[k + 1] - start, rows + (start - 1), values + (start - 1));
      glp_set_obj_coef(problem, first + k, objective[k]);
      glp_set_col_kind(problem, first + k, kinds[k]);
      glp_set_col_bnds(problem, first + k, types[k], lower[k], upper[k]);
    }
  });
}

int glpk_guard_load_matrix(
  glp_prob *problem, int count, const int *rows, const int *columns, const double *values) {
  GUARDED({ glp_load_matrix(problem, count, rows, columns, values); });
}

int glpk_guard_set_row_bounds(glp_prob *problem, int row, int type, double lower, double upper) {
  GUARDED({ glp_set_row_bnds(problem, row, type, lower, upper); });
}

int glpk_guard_set_column_bounds(glp_prob *problem, int column, int type, double lower, double upper) {
  GUARDED({ glp_set_col_bnds(problem, column, type, lower, upper); });
}

int glpk_guard_set_objective(glp_prob *problem, int column, double coefficient) {
  GUARDED({ glp_set_obj_coef(problem, column, coefficient); });
}

int glpk_guard_set_kind(glp_prob *problem, int column, int kind) {
  GUARDED({ glp_set_col_kind(problem, column, kind); });
}

int glpk_guard_delete_rows(glp_prob *problem, int count, const int *numbers) {
  GUARDED({ glp_del_rows(problem, count, numbers); });
}

int glpk_guard_delete_columns(glp_prob *problem, int count, const int *numbers) {
  GUARDED({ glp_del_cols(problem, count, numbers); });
}

int glpk_guard_get_row_bounds(glp_prob *problem, int row, int *type, double *lower, double *upper) {
  GUARDED({
    *type = glp_get_row_type(problem, row);
    *lower = glp_get_row_lb(problem, row);
    *upper = glp_get_row_ub(problem, row);
  });
}

int glpk_guard_get_column(
  glp_prob *problem, int column, int *type, double *lower, double *upper, double *objective, int *kind) {
  GUARDED({
    *type = glp_get_col_type(problem, column);
    *lower = glp_get_col_lb(problem, column);
    *upper = glp_get_col_ub(problem, column);
    *objective = glp_get_obj_coef(problem, column);
    *kind = glp_get_col_kind(problem, column);
  });
}

int glpk_guard_get_column_entries(glp_prob *problem, int column, int *count, int *rows, double *values) {
  GUARDED({ *count = glp_get_mat_col(problem, column, rows, values); });
}

int glpk_guard_get_row_entries(glp_prob *problem, int row, int *count, int *columns, double *values) {
  GUARDED({ *count = glp_get_mat_row(problem, row, columns, values); });
}

int glpk_guard_get_objective(glp_prob *problem, double *constant, double *coefficients, int *kinds) {
  GUARDED({
    const int columns = glp_get_num_cols(problem);
    *constant = glp_get_obj_coef(problem, 0);
    for (int j = 1; j <= columns; j++) {
      coefficients[j - 1] = glp_get_obj_coef(problem, j);
      if (kinds) kinds[j - 1] = glp_get_col_kind(problem, j);
    }
  });
}

int glpk_guard_scale(glp_prob *problem) {
  GUARDED({ glp_scale_prob(problem, GLP_SF_AUTO); });
}
