"""Rotas as `reable bench-public --rotas` writes them: a line a worker, `3: 62.0@429 rest@600-630 66.1@640`.

`62.0@429` is visit 62, first of its workers, from minute 429; the starts are the engine's own and are not used here.
"""

from day import Unreadable


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return parsed(file.read())
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise Unreadable(f"{path}: not a rota: {error}") from error


def parsed(text):
    """The solution that the rota is."""
    routes = []
    for line in text.splitlines():
        worker, _, rest = line.partition(":")
        visits, rest_before = [], None
        for word in rest.split():
            if word.startswith("rest@"):
                rest_before = len(visits)
            else:
                visits.append(int(word.partition("@")[0].partition(".")[0]))
        routes.append({"staff": int(worker), "visits": visits, "break_before": rest_before})
    return {"routes": routes}
