#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "GuardState.h"

// glp_error and glp_assert are macros over these two; the header declares them, the guard calls them with its own place.

enum { TEXT_SIZE = 2048, LOG_SIZE = 32768 };

_Thread_local jmp_buf glpk_guard_exit;

static _Thread_local struct {
  uint64_t thread;
  uint64_t environment;
  int inside;
  int memory_megabytes;
  int64_t calls;
  int64_t failing_call;
  int logging;
  size_t text_length;
  size_t log_length;
  char text[TEXT_SIZE];
  char log[LOG_SIZE];
} state;

static atomic_uint_least64_t threads;
static atomic_uint_least64_t environments;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static int has_key;

static void end_of_thread(void *unused) {
  (void)unused;
  state.environment = 0;
  glp_free_env();
}

static void make_key(void) { has_key = pthread_key_create(&key, end_of_thread) == 0; }

static void append(char *buffer, size_t size, size_t *length, const char *added) {
  size_t count = strlen(added);
  if (count >= size) {
    added += count - (size - 1);
    count = size - 1;
  }
  if (*length + count >= size) {
    // The end of a text says more than its beginning.
    const size_t keep = size - 1 - count;
    const size_t kept = keep < *length ? keep : *length;
    memmove(buffer, buffer + (*length - kept), kept);
    *length = kept;
  }
  memcpy(buffer + *length, added, count);
  *length += count;
  buffer[*length] = '\0';
}

static int on_output(void *unused, const char *text) {
  (void)unused;
  if (glp_at_error()) {
    append(state.text, TEXT_SIZE, &state.text_length, text);
  } else if (state.logging) {
    append(state.log, LOG_SIZE, &state.log_length, text);
  }
  return 1;
}

static void on_error(void *unused) {
  (void)unused;
  longjmp(glpk_guard_exit, 1);
}

uint64_t glpk_guard_thread(void) {
  if (state.thread == 0) state.thread = atomic_fetch_add(&threads, 1) + 1;
  return state.thread;
}

uint64_t glpk_guard_environment(void) { return state.environment; }

int glpk_guard_start(void) {
  if (state.environment != 0) return GLPK_GUARD_OK;
  // Called by hand because GLPK itself would print to standard error and abort when this fails.
  const int made = glp_init_env();
  if (made != 0 && made != 1) return GLPK_GUARD_NO_ENVIRONMENT;
  glp_term_hook(on_output, NULL);
  glp_error_hook(on_error, NULL);
  glp_term_out(GLP_OFF);
  if (state.memory_megabytes > 0) glp_mem_limit(state.memory_megabytes);
  state.environment = atomic_fetch_add(&environments, 1) + 1;
  pthread_once(&key_once, make_key);
  if (has_key) pthread_setspecific(key, &state);
  return GLPK_GUARD_OK;
}

int glpk_guard_free(void) {
  if (state.inside) return GLPK_GUARD_NESTED;
  state.environment = 0;
  glp_free_env();
  return GLPK_GUARD_OK;
}

int glpk_guard_limit_memory(int megabytes) {
  if (state.inside) return 1;
  if (state.environment != 0) {
    // GLPK subtracts unsigned numbers here: a limit below what is in use would be no limit at all.
    size_t now = 0;
    glp_mem_usage(NULL, NULL, &now, NULL);
    if (megabytes > 0 && now > (size_t)megabytes << 20) return 1;
    glp_mem_limit(megabytes > 0 ? megabytes : INT32_MAX);
  }
  state.memory_megabytes = megabytes > 0 ? megabytes : 0;
  return 0;
}

void glpk_guard_memory(size_t *now, size_t *most) {
  *now = 0;
  *most = 0;
  if (state.environment != 0) glp_mem_usage(NULL, NULL, now, most);
}

const char *glpk_guard_text(void) { return state.text; }
const char *glpk_guard_log(void) { return state.log; }
const char *glpk_guard_version(void) { return glp_version(); }

int64_t glpk_guard_calls(void) { return state.calls; }
int64_t glpk_guard_failing_call(void) { return state.failing_call; }
void glpk_guard_plan_fault(int64_t calls, int64_t failing_call) {
  state.calls = calls;
  state.failing_call = failing_call;
}

int glpk_guard_enter(void) {
  if (state.inside) return GLPK_GUARD_NESTED;
  const int started = glpk_guard_start();
  if (started != GLPK_GUARD_OK) return started;
  state.inside = 1;
  state.calls += 1;
  state.text_length = 0;
  state.text[0] = '\0';
  return GLPK_GUARD_OK;
}

void glpk_guard_fail_if_planned(void) {
  if (state.failing_call != 0 && state.calls == state.failing_call) {
    glp_error_("a test", 0)("Fault made on purpose at call %lld\n", (long long)state.calls);
  }
}

void glpk_guard_start_log(void) {
  state.log_length = 0;
  state.log[0] = '\0';
  state.logging = 1;
  glp_term_out(GLP_ON);
}

static void stop_log(void) {
  if (state.logging) {
    state.logging = 0;
    glp_term_out(GLP_OFF);
  }
}

int glpk_guard_leave(void) {
  stop_log();
  state.inside = 0;
  return GLPK_GUARD_OK;
}

int glpk_guard_abandon(void) {
  state.logging = 0;
  state.inside = 0;
  state.environment = 0;
  glp_free_env();
  return GLPK_GUARD_FATAL;
}

int glpk_guard_misuse(int kind) {
  GUARDED({
    static const int twice[] = {0, 1, 1};
    static const double ones[] = {0, 1, 1};
    glp_prob *problem = glp_create_prob();
    glp_smcp parameters;
    switch (kind) {
      case GLPK_GUARD_BAD_ROW_INDEX: glp_set_row_bnds(problem, 7, GLP_FR, 0, 0); break;
      case GLPK_GUARD_BAD_COLUMN_INDEX: glp_set_obj_coef(problem, 7, 1); break;
      case GLPK_GUARD_BAD_COUNT: glp_add_cols(problem, -1); break;
      case GLPK_GUARD_BAD_DUPLICATE:
        glp_add_rows(problem, 1);
        glp_add_cols(problem, 1);
        glp_load_matrix(problem, 2, twice, twice, ones);
        break;
      case GLPK_GUARD_BAD_PARAMETER:
        glp_init_smcp(&parameters);
        parameters.meth = 99;
        glp_simplex(problem, &parameters);
        break;
      case GLPK_GUARD_BAD_ASSERTION: glp_assert_("day < night", "a test", 1); break;
      case GLPK_GUARD_BAD_MEMORY:
        glp_mem_limit(1);
        glp_alloc(1024, 4096);
        break;
      default: glp_error_("a test", 0)("Misuse %d\n", kind);
    }
  });
}
