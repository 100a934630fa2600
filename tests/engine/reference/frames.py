"""Record the frames that published chat templates put around contents, as jinja2 renders them.

    pip install jinja2
    python frames.py FOLDER_OF_TEMPLATES > frames.json

Rendered the way `transformers` does (trim_blocks, lstrip_blocks), with thinking off and without a date.
"""

import json
import pathlib
import sys

import jinja2
from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

SYSTEM, USER = "\ue000system\ue001", "\ue000user\ue001"


def refuse(text):
    raise jinja2.exceptions.TemplateError(text)


def frame(source):
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
    environment.globals["raise_exception"] = refuse
    template = environment.from_string(source)
    user = {"role": "user", "content": USER}

    def render(turns):
        return template.render(
            messages=turns, add_generation_prompt=True, enable_thinking=False, bos_token="<bos>", eos_token="<eos>"
        )

    try:
        before, rest = render([{"role": "system", "content": SYSTEM}, user]).split(SYSTEM)
        between, after = rest.split(USER)
    except jinja2.exceptions.TemplateError:
        (before, after), between = render([user]).split(USER), None
    return {"before": before, "between": between, "after": after}


folder = pathlib.Path(sys.argv[1])
json.dump({path.stem: frame(path.read_text()) for path in sorted(folder.glob("*.jinja"))}, sys.stdout, indent=1)
print()
