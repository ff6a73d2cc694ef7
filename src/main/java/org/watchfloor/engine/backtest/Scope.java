package org.watchfloor.engine.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Subject;
import org.watchfloor.config.Check;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Watch;
import org.watchfloor.model.CheckId;

/**
 * What a rule looks at, found as the engine finds it. Immutable.
 *
 * @param rule switched on
 * @param members the checks of each subject
 * @param subjects the subjects of each check
 */
record Scope(AlertRule rule, Map<Subject, List<CheckId>> members, Map<CheckId, List<Subject>> subjects) {
    static Scope of(Site site, AlertRule any) {
        AlertRule rule = any.switchedOn();
        Watch watch = new Watch(alone(site, rule));
        List<Check> checks = site.checks();
        Map<Subject, List<CheckId>> members = new LinkedHashMap<>();
        for (int slot = 0; slot < checks.size(); slot++) {
            if (!watch.of(slot).rules().isEmpty()) {
                CheckId check = checks.get(slot).id();
                members.put(Subject.of(check), List.of(check));
            }
        }
        watch.together()
                .forEach((together, slots) -> members.put(
                        together.subject(),
                        slots.stream().map(slot -> checks.get(slot).id()).toList()));
        return new Scope(rule, members, inverted(members));
    }

    private static Site alone(Site site, AlertRule rule) {
        AlertPolicy none = AlertPolicy.NONE;
        AlertPolicy only = new AlertPolicy(
                List.of(rule),
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

    private static Map<CheckId, List<Subject>> inverted(Map<Subject, List<CheckId>> members) {
        Map<CheckId, List<Subject>> subjects = new HashMap<>();
        members.forEach((subject, checks) -> checks.forEach(
                check -> subjects.computeIfAbsent(check, _ -> new ArrayList<>()).add(subject)));
        return subjects;
    }
}
