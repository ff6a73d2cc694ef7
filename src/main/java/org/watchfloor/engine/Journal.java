package org.watchfloor.engine;

import java.util.List;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.State;

/**
 * Where facts are written. All methods return at once and never block on the disk; called by the engine thread only,
 * except {@link #durable} and {@link #figures}, which any thread may call.
 */
public interface Journal {
    /**
     * Hands over one raw result. Under pressure samples may be thinned, which is counted.
     *
     * @param hard the check's hard state after this result
     */
    void sample(CheckResult result, State hard);

    /**
     * Hands over entries that must not be lost, as one atomic group.
     *
     * @return the ticket of the group; tickets grow by one
     */
    long append(List<Entry> entries);

    /** The highest ticket whose group, and all before it, would survive the death of this process. */
    long durable();

    /** Calls the listener after each advance of {@link #durable}, on the journal's own thread; the listener must be quick. */
    void onDurable(Runnable listener);

    StoreFigures figures();
}
