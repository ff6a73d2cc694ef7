package org.watchfloor.ui.fx;

import java.util.Optional;

/** Makes the details of the targets that it knows. FX thread only. */
@FunctionalInterface
public interface DetailSource {
    /** Empty if targets of this kind are not its business. */
    Optional<Detail> detailOf(Target target);
}
