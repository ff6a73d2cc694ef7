package org.watchfloor.ui.fx;

import java.util.List;
import javafx.scene.Node;
import org.watchfloor.engine.Snapshot;

/** What slides in from the right beside the list that it came from. FX thread only. */
public interface Detail {
    String title();

    /** Always the same node. */
    Node view();

    /** Called when it comes to be shown and once per frame with something new. */
    void show(Snapshot snapshot);

    /** Offered, with their keys, while it is shown; they go before those of the screen. */
    default List<Command> commands() {
        return List.of();
    }

    /** It is not shown any more; it will not come back. */
    default void closed() {}
}
