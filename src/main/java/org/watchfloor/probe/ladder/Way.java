package org.watchfloor.probe.ladder;

import java.util.List;

/**
 * The way that a check itself takes: whom it connects to first – the target, its proxy, or a jump host – and what follows.
 *
 * @param host name or address
 * @param via what the host is, if it is not the target: {@code the proxy}; empty if it is
 * @param steps what a look does after it has connected; empty if that is all
 */
public record Way(String host, int port, String via, List<Step> steps) {
    public Way {
        steps = List.copyOf(steps);
    }
}
