package org.watchfloor.recovery.step;

import java.util.List;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;

/** One kind of step as the operator wrote it. Implementations are records; credentials only by reference. */
public interface StepSpec {
    /** One line for people, with placeholders as they are written: {@code ssh to {{host}}: systemctl restart nginx}. */
    String summary();

    /** What it would do with these values, in order; placeholders without a value stay. Does nothing. */
    List<Line> preview(Values values) throws NotRendered;
}
