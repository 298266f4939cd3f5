"""Signs of personal data of patients, in several languages."""
