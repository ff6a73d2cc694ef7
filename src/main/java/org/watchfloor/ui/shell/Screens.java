package org.watchfloor.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.engine.hygiene.Inspection;
import org.watchfloor.ui.alerts.AlertsScreen;
import org.watchfloor.ui.alerts.AlertsViewModel;
import org.watchfloor.ui.breakers.BreakersScreen;
import org.watchfloor.ui.breakers.BreakersViewModel;
import org.watchfloor.ui.channels.ChannelsScreen;
import org.watchfloor.ui.channels.ChannelsViewModel;
import org.watchfloor.ui.detail.DetailPages;
import org.watchfloor.ui.engine.EngineScreen;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.DetailSource;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.hosts.HostsScreen;
import org.watchfloor.ui.hosts.HostsViewModel;
import org.watchfloor.ui.incidents.IncidentsScreen;
import org.watchfloor.ui.incidents.IncidentsViewModel;
import org.watchfloor.ui.lab.LabScreen;
import org.watchfloor.ui.quiet.CalendarFiles;
import org.watchfloor.ui.quiet.QuietEdits;
import org.watchfloor.ui.quiet.QuietScreen;
import org.watchfloor.ui.quiet.QuietViewModel;
import org.watchfloor.ui.recovery.ActionBook;
import org.watchfloor.ui.recovery.MendModel;
import org.watchfloor.ui.recovery.RecoveryScreen;
import org.watchfloor.ui.recovery.RecoveryViewModel;
import org.watchfloor.ui.recovery.ReportModel;
import org.watchfloor.ui.rules.RulesScreen;
import org.watchfloor.ui.settings.SettingsScreen;
import org.watchfloor.ui.settings.SettingsViewModel;
import org.watchfloor.ui.wall.WallScreen;
import org.watchfloor.ui.wall.WallViewModel;

/** The screens in the order of the rail, and the details that they open. */
record Screens(List<Screen> all, List<DetailSource> details) {
    Screens {
        all = List.copyOf(all);
        details = List.copyOf(details);
    }

    static Screens of(ConsoleParts parts, Preferences preferences, Navigation navigation) {
        EngineDoor engine = parts.engine();
        Surroundings around = parts.surroundings();
        ActionBook book = new ActionBook(engine.recovery().actions(), FxThread::run);
        List<Screen> all = new ArrayList<>();
        all.add(new WallScreen(
                new WallViewModel(engine.operations(), around.operator()),
                engine.history(),
                around.formats(),
                navigation));
        DetailPages details = new DetailPages(
                new DetailPages.Engine(
                        engine.snapshots(),
                        engine.operations(),
                        engine.history(),
                        book,
                        engine.recovery().operations()),
                around.operator(),
                around.formats(),
                navigation);
        all.add(new HostsScreen(
                new HostsViewModel(engine.operations(), engine.history(), around.operator(), FxThread::run),
                around.formats(),
                navigation));
        all.add(new IncidentsScreen(
                new IncidentsViewModel(engine.operations(), engine.history(), around.operator(), FxThread::run),
                new MendModel(book, new ReportModel(engine.recovery().operations(), around.operator(), FxThread::run)),
                around.formats(),
                navigation));
        all.add(new AlertsScreen(
                new AlertsViewModel(engine.alertHistory(), engine.history(), FxThread::run),
                new AlertsScreen.Engine(engine.operations(), engine.alertOperations()),
                around.operator(),
                around.formats(),
                navigation));
        all.add(new QuietScreen(
                new QuietViewModel(
                        engine.silenceHistory(),
                        new QuietEdits(engine.editor(), around.operator(), FxThread::run),
                        new CalendarFiles(around.background()),
                        around.formats(),
                        FxThread::run),
                around.formats(),
                navigation));
        all.add(new ChannelsScreen(
                new ChannelsViewModel(
                        engine.alertOperations(),
                        engine.alertHistory(),
                        around.operator(),
                        around.formats(),
                        FxThread::run),
                around.formats(),
                navigation));
        all.add(RulesScreen.of(
                new RulesScreen.Engine(
                        engine.editor(), engine.backtests(), new Inspection(engine.history(), engine.alertHistory())),
                around.operator(),
                around.formats(),
                navigation));
        all.add(new RecoveryScreen(
                new RecoveryViewModel(engine.recovery(), book, around.operator(), FxThread::run),
                around.formats(),
                navigation));
        all.add(new BreakersScreen(
                new BreakersViewModel(engine.gates(), around.operator(), FxThread::run), around.formats(), navigation));
        all.add(new EngineScreen(around.formats()));
        all.add(new SettingsScreen(new SettingsViewModel(parts.installation(), preferences, around.formats())));
        parts.lab().map(LabScreen::new).ifPresent(all::add);
        return new Screens(all, List.of(details));
    }

    /** The same with one more source of details. */
    Screens with(DetailSource more) {
        return new Screens(all, Stream.concat(details.stream(), Stream.of(more)).toList());
    }

    /** The screen of that key, or the first one. */
    Screen named(String key) {
        return all.stream()
                .filter(screen -> screen.name().key().equals(key))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    Optional<Detail> detailOf(Target target) {
        return details.stream()
                .flatMap(source -> source.detailOf(target).stream())
                .findFirst();
    }
}
