package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.Screen;
import org.watchfloor.ui.fx.ScreenName;
import org.watchfloor.ui.fx.Target;

class DeskTest {
    private final List<String> happened = new ArrayList<>();
    private final Snapshot snapshot = Worlds.troubled().snapshot();
    private final Desk desk = new Desk(navigation -> new Screens(
            List.of(new PlainScreen("wall"), new PlainScreen("hosts")),
            List.of(target -> target instanceof Target.OfHost(HostId host)
                    ? Optional.of(new PlainDetail(host.value()))
                    : Optional.empty())));

    @Test
    void beginsWithTheFirstScreen() {
        assertThat(desk.present().name().key()).isEqualTo("wall");
    }

    @Test
    void showsTheNewestToAScreenThatComesUp() {
        desk.show(snapshot);

        desk.goTo("hosts");

        assertThat(happened).containsExactly("wall shows", "wall hidden", "hosts shows");
    }

    @Test
    void opensADetailBesideTheScreen() {
        desk.show(snapshot);

        desk.open(new Target.OfHost(new HostId("web-7")));

        assertThat(desk.detailProperty().get().orElseThrow().title()).isEqualTo("web-7");
        assertThat(desk.present().name().key()).isEqualTo("wall");
        assertThat(happened).endsWith("web-7 shows");
    }

    @Test
    void anotherDetailClosesTheOneBefore() {
        desk.open(new Target.OfHost(new HostId("web-7")));
        desk.open(new Target.OfHost(new HostId("web-8")));

        assertThat(happened).containsExactly("web-7 closed");
    }

    @Test
    void whatNobodyKnowsOpensNothing() {
        desk.open(new Target.OfIncident(new IncidentId(1)));

        assertThat(desk.detailProperty().get()).isEmpty();
    }

    @Test
    void leavingTheScreenClosesTheDetail() {
        desk.open(new Target.OfHost(new HostId("web-7")));

        desk.goTo("hosts");

        assertThat(desk.detailProperty().get()).isEmpty();
        assertThat(happened).contains("web-7 closed");
    }

    @Test
    void commandsOfTheDetailGoFirst() {
        desk.open(new Target.OfHost(new HostId("web-7")));

        assertThat(desk.commands()).extracting(Command::title).containsExactly("do web-7", "do wall");
    }

    private final class PlainScreen implements Screen {
        private final String key;

        PlainScreen(String key) {
            this.key = key;
        }

        @Override
        public ScreenName name() {
            return new ScreenName(key, key, key, "");
        }

        @Override
        public Node view() {
            return new Pane();
        }

        @Override
        public void show(Snapshot newest) {
            happened.add(key + " shows");
        }

        @Override
        public void hidden() {
            happened.add(key + " hidden");
        }

        @Override
        public List<Command> commands() {
            return List.of(Command.of("do " + key, () -> {}));
        }
    }

    private final class PlainDetail implements Detail {
        private final String title;

        PlainDetail(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Node view() {
            return new Pane();
        }

        @Override
        public void show(Snapshot newest) {
            happened.add(title + " shows");
        }

        @Override
        public void closed() {
            happened.add(title + " closed");
        }

        @Override
        public List<Command> commands() {
            return List.of(Command.of("do " + title, () -> {}));
        }
    }
}
