"""Somebody's browser, without scripts."""

from django.test import Client

from network.models import User


def client_of(person: User) -> Client:
    """Return a client that is logged in as somebody."""
    client = Client()
    client.force_login(person)
    return client
