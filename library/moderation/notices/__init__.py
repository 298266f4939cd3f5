"""Who is told what about a submission, by mail, and who may still know it when the mail is sent."""
