package org.watchfloor.recovery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;
import org.watchfloor.model.Names;
import org.watchfloor.recovery.step.Known;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.step.StepsReader;

/** Reads {@code runbooks:}. Stateless. */
public final class RunbooksReader implements SectionReader<Runbooks> {
    /** The key of the section. */
    public static final String KEY = "runbooks";

    private final StepsReader steps;
    private final ZoneId zone;

    /**
     * @param types one for each kind of step
     * @param zone for times that name none
     */
    public RunbooksReader(List<? extends StepType<?>> types, ZoneId zone) {
        this.steps = new StepsReader(types);
        this.zone = zone;
    }

    @Override
    public Class<Runbooks> type() {
        return Runbooks.class;
    }

    @Override
    public Runbooks read(SiteNode site) {
        Known known = new Known(
                site.known(),
                site.idsOf("receivers"),
                site.idsOf("channels"),
                site.idsOf("approvers"),
                RetryPolicy.named(site));
        RunbookReader reader = new RunbookReader(steps, known, zone);
        List<Runbook> runbooks = new ArrayList<>();
        site.named(KEY, "what can be done about failures, by id").forEach((id, node) -> {
            if (Names.isName(id)) {
                runbooks.add(reader.read(new RunbookId(id), node));
            }
        });
        return new Runbooks(runbooks);
    }
}
