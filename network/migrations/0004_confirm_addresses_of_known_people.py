"""Accounts that were there before people could make their own keep working: whoever made them vouched for the address."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def confirm(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    user_model, address_model = apps.get_model("network", "User"), apps.get_model("account", "EmailAddress")
    known = set(address_model.objects.values_list("user_id", flat=True))
    address_model.objects.bulk_create(
        address_model(user_id=pk, email=email.lower(), verified=True, primary=True)
        for pk, email in user_model.objects.values_list("pk", "email")
        if pk not in known
    )


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0003_let_people_join_and_be_told"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(confirm, migrations.RunPython.noop)]
