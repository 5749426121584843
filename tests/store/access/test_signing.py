"""Real signatures by ssh-keygen over commits and tags, held against roles."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import Struct

from docctl.errors import ConfigurationError, RepositoryTrouble
from docctl.store.access.signing import Signer, fingerprint_of, proof, signer_of
from docctl.store.change import NewFile
from docctl.store.verification.problems import Code
from docctl.store.verification.verifying import verify
from tests.store.verification.kit import OFFICE, READER, UNIT, approve, codes, git, make_workspace

NOW = datetime(2026, 3, 1, tzinfo=UTC)
pytestmark = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None and os.environ.get("CI") != "true",
    reason="openssh-client is not installed",
)


class Key(Struct):
    """A key pair made for a test."""

    file: Path
    public: str
    fingerprint: str

    @property
    def signer(self) -> Signer:
        return Signer(str(self.file))


def make_key(folder: Path, name: str, *options: str) -> Key:
    file = folder / name
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file, *options], check=True
    )
    shown = subprocess.run(["ssh-keygen", "-lf", file], capture_output=True, text=True, check=True).stdout
    return Key(file, file.with_suffix(".pub").read_text("utf-8").strip(), shown.split()[1])


@pytest.fixture
def office(tmp_path: Path) -> Key:
    return make_key(tmp_path, "office")


@pytest.fixture
def stranger(tmp_path: Path) -> Key:
    return make_key(tmp_path, "stranger")


def roles(office: Key) -> NewFile:
    text = f"""\
people:
  - name: Office Clerk
    mail: office@example.org
    keys: ["{office.fingerprint}"]
    roles: [{{role: office}}]
  - name: Unit Head
    mail: unit@example.org
    roles: [{{role: unit, until: 2030-12-31}}]
  - name: Reader
    mail: reader@example.org
    roles: [{{role: reader}}]
"""
    return NewFile("registry/roles.yaml", text.encode())


def allowed(office: Key) -> NewFile:
    return NewFile("registry/allowed_signers", f"office@example.org {office.public}\n".encode())


REQUIRED = NewFile("docctl.toml", b"[signing]\nrequired = true\n")


def signed_workspace(root: Path, office: Key) -> Path:
    from_start = {file.path: file for file in (REQUIRED, roles(office), allowed(office))}
    return make_workspace(root, *from_start.values())


@pytest.fixture
def root(tmp_path: Path, office: Key) -> Path:
    """Signatures are required; the office has signed an approval."""
    root = signed_workspace(tmp_path / "workspace", office)
    approve(root, "158", sign=office.signer.sign)
    return root


def test_a_signature_proves_the_key_over_these_bytes_only(office: Key) -> None:
    armour = office.signer.sign(b"these bytes").encode()
    assert fingerprint_of(armour, b"these bytes") == office.fingerprint
    assert fingerprint_of(armour, b"other bytes") == ""
    assert fingerprint_of(b"no signature", b"these bytes") == ""


def test_allowed_signers_bind_a_key_to_a_person_and_a_time(office: Key) -> None:
    armour = office.signer.sign(b"x").encode()
    signers = f'office@example.org valid-before="20260201" {office.public}\n'.encode()
    before, after = datetime(2026, 1, 1, tzinfo=UTC), NOW
    assert proof(armour, b"x", signers, "office@example.org", before).known
    assert not proof(armour, b"x", signers, "office@example.org", after).known
    assert not proof(armour, b"x", signers, "unit@example.org", before).known
    assert proof(armour, b"x", signers, "unit@example.org", before).fingerprint == office.fingerprint


def test_signed_commits_and_tags_are_clean_for_us_and_for_git(root: Path) -> None:
    assert verify(root).problems == ()
    config = ("-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=registry/allowed_signers")
    git(root, *config, "verify-commit", "HEAD")
    git(root, *config, "verify-tag", "edition/158/1")


def test_a_missing_signature_is_named_on_commit_and_tag(root: Path) -> None:
    approve(root, "159")
    missing = {one.where for one in verify(root).problems if one.code is Code.SIGNATURE_MISSING}
    assert missing == {git(root, "rev-parse", "HEAD"), "edition/159/1"}


def test_the_key_of_a_stranger_is_named_although_the_signature_is_good(root: Path, stranger: Key) -> None:
    approve(root, "159", sign=stranger.signer.sign)
    assert codes(root) == {Code.SIGNATURE_FOREIGN}


def test_a_key_in_allowed_signers_that_the_roles_do_not_know_is_not_enough(
    tmp_path: Path, office: Key, stranger: Key
) -> None:
    both = NewFile(
        "registry/allowed_signers",
        f"office@example.org {office.public}\noffice@example.org {stranger.public}\n".encode(),
    )
    root = make_workspace(tmp_path / "workspace", REQUIRED, roles(office), both)
    approve(root, "158", sign=stranger.signer.sign)
    assert codes(root) == {Code.SIGNATURE_FOREIGN}


def test_a_good_key_does_not_make_up_for_a_role(root: Path, office: Key) -> None:
    approve(root, "159", actor=READER, sign=office.signer.sign)
    assert codes(root) == {Code.NOT_ALLOWED, Code.SIGNATURE_FOREIGN}


def test_a_signature_over_other_bytes_is_bad(root: Path, office: Key) -> None:
    approve(root, "159", sign=lambda payload: office.signer.sign(payload + b" "))
    assert codes(root) == {Code.SIGNATURE_BAD}


def test_the_roles_count_as_they_were_at_that_commit(root: Path, office: Key) -> None:
    """Taking a role away later does not make what was done before a fault, and does from then on."""
    approve(root, "159", sign=office.signer.sign)
    text = (root / "registry" / "roles.yaml").read_text("utf-8")
    (root / "registry" / "roles.yaml").write_text(text.replace("role: office", "role: reader"), "utf-8")
    commit_signed(root, office, OFFICE)
    assert verify(root).problems == ()
    approve(root, "160", sign=office.signer.sign)
    assert codes(root) == {Code.NOT_ALLOWED}


def commit_signed(root: Path, key: Key, actor: str) -> None:
    settings = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={key.file}")
    git(root, *settings, "commit", "-q", "-a", "-S", "-m", "roles", actor=actor)


def test_nobody_gives_a_role_to_themselves(root: Path, stranger: Key) -> None:
    text = (root / "registry" / "roles.yaml").read_text("utf-8")
    (root / "registry" / "roles.yaml").write_text(text.replace("role: unit", "role: office"), "utf-8")
    commit_signed(root, stranger, UNIT)
    assert codes(root) == {Code.NOT_ALLOWED, Code.SIGNATURE_FOREIGN}


def test_nobody_switches_signatures_off_unseen(root: Path) -> None:
    (root / "docctl.toml").write_text("[signing]\nrequired = false\n", "utf-8")
    git(root, "commit", "-q", "-a", "-m", "off", actor=UNIT)
    assert codes(root) == {Code.NOT_ALLOWED, Code.SIGNATURE_MISSING}


def test_a_roles_file_that_cannot_be_read_leaves_the_former_one_in_force(root: Path, office: Key) -> None:
    (root / "registry" / "roles.yaml").write_text("people: [", "utf-8")
    commit_signed(root, office, OFFICE)
    approve(root, "159", actor=READER, sign=office.signer.sign)
    assert codes(root) == {Code.ROLES_UNREADABLE, Code.NOT_ALLOWED, Code.SIGNATURE_FOREIGN}


def test_a_key_with_a_passphrase_does_not_ask(tmp_path: Path) -> None:
    key = make_key(tmp_path, "locked", "-N", "secret")
    with pytest.raises(ConfigurationError, match="ssh-add"):
        key.signer.sign(b"x")


def test_a_key_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="nowhere"):
        Signer(str(tmp_path / "nowhere")).sign(b"x")


def test_without_ssh_keygen_it_is_said(
    root: Path, office: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    found = shutil.which("git")
    assert found is not None
    (tools / "git").symlink_to(found)
    monkeypatch.setenv("PATH", str(tools))
    with pytest.raises(RepositoryTrouble, match="openssh-client"):
        office.signer.sign(b"x")
    with pytest.raises(RepositoryTrouble, match="openssh-client"):
        verify(root)


def test_which_key_signs(root: Path, office: Key, tmp_path: Path) -> None:
    environ = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}
    assert signer_of(root, "a", environ) == Signer("a")
    assert signer_of(root, None, environ | {"DOCCTL_SIGN_KEY": "b"}) == Signer("b")
    with pytest.raises(ConfigurationError, match="--sign-key"):
        signer_of(root, None, environ)
    git(root, "config", "user.signingkey", "c")
    assert signer_of(root, None, environ) == Signer("c")
    (root / "docctl.toml").write_text("", "utf-8")
    assert signer_of(root, None, environ) is None
