project = "Course notes"
html_theme = "alabaster"
# The calculator's files, dist/, lie in _static/rnn/.
html_static_path = ["_static"]
html_js_files = [("rnn/rnn-params.js", {"type": "module"})]
