"""Roles and databases: the product's role owns what it makes and has no power over the server."""

import psycopg
import pytest

from seoulution.postgres.credentials import Credentials, read
from seoulution.postgres.databases import application_url, is_prepared, url

from .watching import query


def test_the_products_role_may_make_databases_and_tables_but_is_no_superuser(served):
    address = served.server.url
    assert (
        query(address, "SELECT rolsuper OR rolcreaterole OR rolreplication FROM pg_roles WHERE rolname = current_user") is False
    )
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        query(address, "COPY (SELECT 1) TO PROGRAM 'id'")
    query(address, "CREATE DATABASE test_of_ours")
    made = address.replace("/seoulution?", "/test_of_ours?")
    query(made, "CREATE EXTENSION IF NOT EXISTS vector")
    assert query(made, "SELECT '[1]'::vector::text") == "[1]"
    assert query(made, "SELECT cardinality(show_trgm('도시')) > 0") is True


def test_a_database_is_prepared_once_its_extensions_are_there(served):
    folder = served.server.data_dir
    passwords = read(folder / "credentials.json")
    assert is_prepared(folder / "socket", passwords, "seoulution")
    assert not is_prepared(folder / "socket", passwords, "absent")
    assert not is_prepared(folder / "socket", Credentials("wrong", "wrong"), "seoulution")


def test_unusual_names_and_passwords_survive_the_url(tmp_path):
    address = url(tmp_path / "소 켓", role="a@b", password="p/w:?#", database="여 행")
    read_back = psycopg.conninfo.conninfo_to_dict(address)
    expected = {"user": "a@b", "password": "p/w:?#", "dbname": "여 행", "host": str(tmp_path / "소 켓"), "port": "5432"}
    assert read_back == expected
    assert "seoulution" in application_url(tmp_path, Credentials("a", "b"), "x")
