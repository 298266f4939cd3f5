# Shared by the scripts of this folder; sourced, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
VAR=$ROOT/var
PYTHON=$ROOT/.venv/bin/python
NOBODY=65534

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$(basename "$0"): $*"
    exit 1
}

# Something listens on this port of the loopback address.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port NAME DEFAULT: prints the port chosen in the variable NAME, else the first free one from DEFAULT on.
free_port() {
    local chosen=${!1:-} port
    if [[ -n $chosen ]]; then
        port_taken "$chosen" && die "port $chosen is taken; choose another: $1=…"
        echo "$chosen"
        return
    fi
    for ((port = $2; port < $2 + 50; port++)); do
        port_taken "$port" || { echo "$port" && return; }
    done
    die "no free port between $2 and $port; choose one: $1=…"
}

# Elasticsearch and PostgreSQL refuse to run as root: root runs them as nobody, anyone else as themselves.
# The environment is given in full: as_server_user NAME=value … command …
as_server_user() {
    local drop=()
    [[ $EUID -ne 0 ]] || drop=(setpriv "--reuid=$NOBODY" "--regid=$NOBODY" --clear-groups)
    (cd / && exec setsid --wait "${drop[@]}" env -i PATH="$PATH" LANG=C.UTF-8 "$@") </dev/null
}

own_as_server_user() { [[ $EUID -ne 0 ]] || chown -R "$NOBODY:$NOBODY" "$@"; }

# A folder of ours outside the checkout that every user may read, for the case that the better place is closed.
open_folder() {
    local folder=/var/tmp/commonshelf-cache
    mkdir -p "$folder"
    [[ -O $folder && ! -L $folder ]] || die "$folder belongs to someone else; remove it"
    echo "$folder"
}

# server_home NAME: prints var/NAME, made. Where root's checkout is closed to the user that the server runs as,
# var/NAME leads to a folder outside of it.
server_home() {
    local home=$VAR/$1 elsewhere
    mkdir -p "$VAR"
    if [[ ! -e $home ]] && ! as_server_user test -x "$VAR"; then
        elsewhere=$(open_folder)/checkout-$(cksum <<<"$ROOT" | cut -d' ' -f1)/$1
        mkdir -p "$elsewhere"
        ln -sfn "$elsewhere" "$home"
    fi
    mkdir -p "$home"
    realpath "$home"
}
