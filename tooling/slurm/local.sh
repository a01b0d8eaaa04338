#!/usr/bin/env bash
# Slurm on this machine alone, for tests: its own key, ports and folder, so that nothing of a Slurm that is installed is touched.
#
#     local.sh start DIR      starts munged, slurmctld and slurmd; SLURM_CONF=DIR/slurm.conf makes sbatch and its like speak to them
#     local.sh stop DIR       ends them
#
# Wants Debian's slurm-wlm and munge, and root, which slurmd needs to start jobs. Exits with 3 where they are not there.
set -euo pipefail
PATH=$PATH:/usr/sbin:/usr/local/sbin
command=${1:?start or stop}
directory=$(mkdir -p "${2:?a directory}" && cd "$2" && pwd)

# Waits until a process has ended, ten seconds at most: it still writes to the folder.
gone() {
  for _ in $(seq 100); do
    case "$(ps -o stat= -p "$1" 2>/dev/null)" in "" | Z*) return ;; esac
    sleep 0.1
  done
}

stop() {
  for name in slurmd slurmctld munged; do
    local pid
    pid=$(cat "$directory/$name.pid" 2>/dev/null) || continue
    kill "$pid" 2>/dev/null && gone "$pid" || true
  done
}

[ "$command" = stop ] && { stop; exit 0; }
[ "$command" = start ] || { echo "local.sh: start or stop, not $command" >&2; exit 2; }
for program in munged slurmctld slurmd sbatch; do
  command -v "$program" >/dev/null || { echo "local.sh: $program is not there: apt-get install slurm-wlm munge" >&2; exit 3; }
done
[ "$(id -u)" = 0 ] || { echo "local.sh: slurmd needs root" >&2; exit 3; }

host=$(hostname -s)
# Ports that hardly anybody else has, another pair for another folder.
port=$((20000 + $(cksum <<<"$directory" | cut -d' ' -f1) % 20000))
mkdir -p "$directory/state" "$directory/spool"
chmod 711 "$directory"
dd if=/dev/urandom of="$directory/munge.key" bs=128 count=1 status=none
chmod 400 "$directory/munge.key"
cat >"$directory/slurm.conf" <<CONF
ClusterName=local
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$directory/munge.socket
CredType=cred/munge
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmctldPidFile=$directory/slurmctld.pid
SlurmdPidFile=$directory/slurmd.pid
SlurmctldLogFile=$directory/slurmctld.log
SlurmdLogFile=$directory/slurmd.log
StateSaveLocation=$directory/state
SlurmdSpoolDir=$directory/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
AccountingStorageType=accounting_storage/none
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=5
NodeName=$host NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF

trap 'stop' ERR
munged --force --key-file "$directory/munge.key" --socket "$directory/munge.socket" --pid-file "$directory/munged.pid" \
  --log-file "$directory/munged.log" --seed-file "$directory/munged.seed"
export SLURM_CONF="$directory/slurm.conf"
slurmctld -c
slurmd -c
for _ in $(seq 150); do
  sinfo --noheader --format=%T 2>/dev/null | grep -q idle && exit 0
  sleep 0.2
done
echo "local.sh: Slurm did not come up; its logs are in $directory" >&2
stop
exit 1
