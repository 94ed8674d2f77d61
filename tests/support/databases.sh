#!/bin/sh
# SPDX-License-Identifier: MIT
# `databases.sh start FOLDER` starts a PostgreSQL and a MariaDB server of their own on free ports of 127.0.0.1, as an
# unprivileged user, and writes FOLDER/postgresql.url and FOLDER/mariadb.url; `databases.sh stop FOLDER` stops them and
# removes their data.
set -eu
command=$1
folder=$2

# Servers refuse to be root.
as_user() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME="$data" "$@"
    else
        "$@"
    fi
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Not where it only waits for somebody to ask how it ended, which in a container may be nobody.
is_running() {
    case $(ps -o stat= -p "$1") in '' | Z*) return 1 ;; esac
}

stop_server() {
    [ -f "$1" ] || return 0
    pid=$(head -1 "$1")
    kill -KILL "$pid" 2>/dev/null || true
    while is_running "$pid"; do sleep 0.1; done
}

stop_all() {
    if [ -f "$folder/data" ]; then
        data=$(cat "$folder/data")
        stop_server "$data/postgresql/postmaster.pid"
        stop_server "$data/mariadb.pid"
        rm -rf "$data"
    fi
    rm -rf "$folder"
}

start_postgresql() {
    port=$(free_port)
    programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
    as_user "$programs/initdb" -D "$data/postgresql" -U reveille -A trust -E UTF8 --locale=C >"$folder/postgresql.log"
    # What a test writes need not outlive the machine.
    as_user "$programs/pg_ctl" start -s -w -t 60 -D "$data/postgresql" -l "$data/postgresql.log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=50"
    echo "postgresql://reveille@127.0.0.1:$port/postgres" >"$folder/postgresql.url"
}

start_mariadb() {
    port=$(free_port)
    as_user mariadb-install-db --no-defaults --datadir="$data/mariadb" --auth-root-authentication-method=normal \
        --skip-test-db >"$folder/mariadb.log" 2>&1
    # By exec, so that no copy of our own output stays open behind: whoever waits for its end would wait for the server's.
    (
        exec >>"$folder/mariadb.log" 2>&1 </dev/null
        as_user env TZ=Europe/Berlin mariadbd --no-defaults --datadir="$data/mariadb" --port="$port" --bind-address=127.0.0.1 \
            --socket="$data/mariadb.socket" --pid-file="$data/mariadb.pid" --innodb-flush-log-at-trx-commit=0 \
            --innodb-flush-method=nosync --debug-no-sync
    ) &
    tries=0
    until mariadb-admin --no-defaults --protocol=tcp --host=127.0.0.1 --port="$port" --user=root ping >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || { cat "$folder/mariadb.log" >&2; exit 1; }
        sleep 0.2
    done
    echo "mysql://root@127.0.0.1:$port/mysql" >"$folder/mariadb.url"
}

case $command in
    start)
        stop_all
        mkdir -p "$folder"
        data=$(mktemp -d "${TMPDIR:-/tmp}/reveille-databases.XXXXXX") # where an unprivileged user may go
        echo "$data" >"$folder/data"
        [ "$(id -u)" != 0 ] || chown nobody:nogroup "$data"
        start_postgresql
        start_mariadb
        ;;
    stop) stop_all ;;
    *) echo "databases.sh: start or stop, not $command" >&2; exit 2 ;;
esac
