"""Says of each committed report whether its manifest is a valid RO-Crate 1.1 of the profile Process Run Crate 0.5.

Made with Python 3.11, rocrate 0.16.0 and roc-validator 0.13.0:

    python3 -m pip install rocrate==0.16.0 roc-validator==0.13.0
    python3 Tests/PublishingTests/References/crates.py [REPORT...]

Each report is loaded by rocrate, and validated at the level of what is required by the two profiles that roc-validator
has. Without an argument those are all folders of `reports`. Nothing is fetched: TERMS stands for the two contexts.

A report says when it was published only where SOURCE_DATE_EPOCH said so as it was made. RO-Crate asks for a date; that
it is left out is the one complaint that is let pass, and it is told.
"""

import json
import logging
import sys
from pathlib import Path

from rocrate.rocrate import ROCrate
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

# Of each context what manifests use: any other term is a fault.
SCHEMA = """
    CreateAction CreativeWork Dataset PropertyValue SoftwareApplication about alternateName author citation contentSize
    datePublished description encodingFormat endTime hasPart identifier instrument isBasedOn license mentions name object
    result softwareRequirements softwareVersion url value version
""".split()
TERMS = {
    "https://w3id.org/ro/crate/1.1/context": {
        "File": "http://schema.org/MediaObject",
        "conformsTo": "http://purl.org/dc/terms/conformsTo",
        **{term: f"http://schema.org/{term}" for term in SCHEMA},
    },
    "https://w3id.org/ro/terms/workflow-run/context": {
        "sha256": "https://w3id.org/ro/terms/workflow-run#sha256",
    },
}


class Context:
    """The answer of a server that is asked for a context."""

    status_code = 200
    headers = {"Content-Type": "application/ld+json"}

    def __init__(self, terms):
        self.terms = terms

    def json(self):
        return {"@context": self.terms}


class Contexts:
    """A session that knows the contexts and nothing else."""

    def get(self, url, **_):
        return Context(TERMS[url])


HttpRequester.__initialize_session__ = lambda self, *_: setattr(self, "session", Contexts())


def complaints(folder, crate):
    """What the validator has to say of a manifest beside the files of a folder."""
    settings = services.ValidationSettings(
        rocrate_uri=folder, profile_identifier="process-run-crate", metadata_dict=crate, package_root=folder,
        requirement_severity=models.Severity.REQUIRED, no_cache=True,
    )
    result = services.validate(settings)
    return sorted(f"{issue.check.identifier}: {issue.message}" for issue in result.get_issues())


def verdict(folder):
    """A line on a report, and whether it is good."""
    text = (folder / "ro-crate-metadata.json").read_text()
    crate = json.loads(text)
    loaded = ROCrate(folder)
    runs = [entity for entity in loaded.get_entities() if entity.type == "CreateAction"]
    files = [entity for entity in loaded.data_entities if entity.type == "File"]
    if len(runs) != 1 or not files or len(loaded.get_entities()) != len(crate["@graph"]):
        return f"{folder.name}: rocrate does not find all of it", False
    root = next(entity for entity in crate["@graph"] if entity["@id"] == "./")
    isDated = "datePublished" in root
    root.setdefault("datePublished", "2000-01-01")
    found = complaints(folder, crate)
    if found:
        return "\n  ".join([f"{folder.name}: not valid"] + found), False
    date = "" if isDated else ", but for the date, which nobody declared"
    return f"{folder.name}: valid{date}; {len(crate['@graph'])} entities, {len(files)} files", True


def main():
    logging.disable(logging.WARNING)
    folders = [Path(name) for name in sys.argv[1:]]
    if not folders:
        reports = Path(__file__).parents[3] / "reports"
        folders = sorted(path.parent for path in reports.glob("*/ro-crate-metadata.json"))
    verdicts = [verdict(folder) for folder in folders]
    for line, _ in verdicts:
        print(line)
    sys.exit(not (verdicts and all(isGood for _, isGood in verdicts)))


main()
