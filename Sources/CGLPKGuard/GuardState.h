#ifndef REABLE_GUARD_STATE_H
#define REABLE_GUARD_STATE_H

#include <glpk.h>
#include <setjmp.h>

#include "CGLPKGuard.h"

/// Where this thread's running guarded call goes on a fatal error.
extern _Thread_local jmp_buf glpk_guard_exit;

/// Begins a guarded call; anything but GLPK_GUARD_OK means: return that.
int glpk_guard_enter(void);
/// Fails as GLPK does when a test has asked for this very call to fail.
void glpk_guard_fail_if_planned(void);
/// Ends a guarded call that returned.
int glpk_guard_leave(void);
/// Ends a guarded call that failed: frees the environment.
int glpk_guard_abandon(void);
/// Lets GLPK's messages into the log until the guarded call ends.
void glpk_guard_start_log(void);

// A macro, because setjmp must stand in a frame that is still there when longjmp is called. No local variable is read after
// longjmp, so none needs to be volatile.
#define GUARDED(...)                                       \
  do {                                                     \
    const int entry_ = glpk_guard_enter();                 \
    if (entry_ != GLPK_GUARD_OK) return entry_;            \
    if (setjmp(glpk_guard_exit)) return glpk_guard_abandon(); \
    glpk_guard_fail_if_planned();                          \
    __VA_ARGS__                                            \
    return glpk_guard_leave();                             \
  } while (0)

#endif
