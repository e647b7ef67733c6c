/// What stands before a page's body: no script, nothing from a network, one style sheet that is let in by its digest.
enum PageHead {
  static func markup(title: String, style: String) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(
      PageStyle.digest(of: style))'; base-uri 'none'; form-action 'none'"/>
    <meta name="referrer" content="no-referrer"/>
    <title>\(title)</title>
    <style>\(Markup(trusted: style))</style>
    </head>
    """
  }
}
