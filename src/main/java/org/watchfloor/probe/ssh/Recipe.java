package org.watchfloor.probe.ssh;

/** What a check runs. */
public enum Recipe {
    /** The operator's own command. */
    NONE,
    /** Load, CPU, memory, disks and uptime of a Linux host in one command. */
    LINUX_VITALS
}
