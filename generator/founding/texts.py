"""The few texts of a new archive.  ARCHIVE is its name, QUOTED its name as a header has it, TODAY the day it was made."""

HOME = """\
---
title: QUOTED
---

News explained, and kept: what happened, who said it, where it was reported and when.
"""
ABOUT = """\
---
title: About
---

Say here what this archive follows, who keeps it, and how to reach them.

## How it is made

Articles are explainers written for this archive, or clips from news outlets. Each page names its source. People, states and
organisations have pages of their own, found by every name they are called by.

## Licence

The texts of this archive are under CC BY 4.0. Clips belong to their outlets and are shown as their rights allow.
"""
CONTRIBUTE = """\
---
title: Contribute
---

Anyone can add an article, correct one, or add a person or subject that is missing.

## Add an article

Open an issue in the archive’s repository with the form “Add an article”, and paste the text or its address. Or add a file: CONTRIBUTING.md in the repository says how, in the browser and with git.

After a short while the checks say what is still to mend, at its line, with the text that mends it.

## Correct something

Each page names, at its very end, the file that its text comes from. Open that file, change what is wrong, and propose the change; or open an issue with the form “Correct something”, and say how you know.
"""
WELCOME = """\
---
title: "Welcome to ARCHIVE"
date: TODAY
summary: "What this archive is for, and what to do first."
---

This is the first article. Change it, or remove its file, `content/articles/welcome.md`, once there is another.

## What to do first

- Say on the page *About* who keeps this archive.
- Add a clip or an explainer: the page *Contribute* says how.
- Give the people, states and subjects it names a file each; `explainer suggest` proposes them.
"""
README = """\
# ARCHIVE

An archive of news, explained and kept: a static site that readers follow by actor, by topic and by date.

## Run it

On Debian or Ubuntu with git and Python 3.11 or later (with venv and pip), in this folder:

```sh
python3 -m venv .venv && .venv/bin/pip install -q -r requirements.lock && .venv/bin/pip install -q --no-deps --no-build-isolation -e . && .venv/bin/explainer build
```

The site is then in `build/site`. To look at it: `.venv/bin/explainer serve`, then open <http://127.0.0.1:8000>.

## Go on

- [Add or correct something](CONTRIBUTING.md), publish it, upgrade it.
- `mkdocs.yml` holds its name, its address and its licence.
- Licences: MIT for the code, CC BY 4.0 for `content/` ([LICENSE](LICENSE)).
"""
