package org.watchfloor.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.config.Need;
import org.watchfloor.config.Site;
import org.watchfloor.model.HostId;

/** Sites for {@link RecordedRun}: a few checks every ten seconds, and one rule. */
final class RecordedSites {
    private RecordedSites() {}

    static AlertRule rule(String yaml) {
        return switch (RuleDraft.read("tried", yaml)) {
            case RuleDraft.Result.Read(AlertRule rule) -> rule;
            case RuleDraft.Result.Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    }

    static Site of(String yaml) {
        Site site = Sites.site()
                .every(Duration.ofSeconds(10))
                .timeout(Duration.ofSeconds(5))
                .host("gw-1", "ping")
                .host("web-1", "front", "back")
                .behind(Need.of(new HostId("gw-1")))
                .host("db-1", "main")
                .build();
        AlertPolicy none = AlertPolicy.NONE;
        AlertPolicy only = new AlertPolicy(
                List.of(rule(yaml)),
                List.of(),
                List.of(),
                List.of(),
                none.routing(),
                none.receivers(),
                none.people(),
                none.rotas(),
                none.intervals());
        return new Site(site.groups(), site.hosts(), site.services(), site.settings(), Map.of(AlertPolicy.class, only));
    }
}
