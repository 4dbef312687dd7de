"""The deployment, rehearsed: the very template and the very binaries on a cloud of this machine, with IAM enforced."""
