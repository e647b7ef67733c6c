"""Runs one process and counts what it used, itself and what it started."""

import os
import resource
import signal
import subprocess
import time
from dataclasses import dataclass

# One thread, whatever a library would like.
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")}


@dataclass
class Outcome:
    # None where it was ended for taking too long.
    code: int | None
    output: str
    errors: str
    # Processor seconds, its own and the system's for it.
    seconds: float
    wall_seconds: float
    peak_megabytes: int


def run(command, scratch, most_seconds):
    """Ends it at that many processor seconds, or where the clock says that it hangs."""

    def limit():
        whole = int(most_seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 5))

    os.makedirs(scratch, exist_ok=True)
    output, errors = os.path.join(scratch, "stdout"), os.path.join(scratch, "stderr")
    began = time.monotonic()
    with open(output, "wb") as out, open(errors, "wb") as err:
        child = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL, preexec_fn=limit,
                                 env={**os.environ, **ONE_THREAD})
        status, usage = wait(child, began + 10 * most_seconds + 60)
    code = os.waitstatus_to_exitcode(status)
    child.returncode = code
    return Outcome(
        code=None if code in (-signal.SIGXCPU, -signal.SIGKILL) else code, output=text(output), errors=text(errors),
        seconds=usage.ru_utime + usage.ru_stime, wall_seconds=time.monotonic() - began,
        peak_megabytes=usage.ru_maxrss // 1024)


def wait(child, deadline):
    pause = 0.002
    while True:
        done, status, usage = os.wait4(child.pid, os.WNOHANG)
        if done:
            return status, usage
        if time.monotonic() > deadline:
            child.kill()
            _, status, usage = os.wait4(child.pid, 0)
            return status, usage
        time.sleep(pause)
        pause = min(0.05, pause * 1.5)


def text(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()
