package org.watchfloor.ui.hosts;

import java.util.Optional;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;

/** What a row of the table stands for. */
public sealed interface RowKey {
    /** @param group empty: the hosts that belong to none */
    record OfGroup(Optional<GroupId> group) implements RowKey {}

    record OfHost(HostId host) implements RowKey {}

    record OfCheck(CheckId check) implements RowKey {}
}
