package org.watchfloor.ui.tray;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.ui.fx.FxThread;

/**
 * The icon as the desktop knows it. JavaFX has none, so this class, and no other, speaks AWT. Any thread but FX's, which
 * AWT may hold up.
 */
final class DesktopIcon {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopIcon.class);

    private final SystemTray tray;
    private final TrayIcon icon;
    private final MenuItem status = new MenuItem();
    private final int size;
    private boolean added;

    private DesktopIcon(SystemTray tray, TrayActions actions) {
        this.tray = tray;
        size = Math.max(16, Math.min(tray.getTrayIconSize().width, tray.getTrayIconSize().height));
        icon = new TrayIcon(new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB), "Watchfloor", menu(actions));
        icon.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1) {
                    FxThread.run(actions.open());
                }
            }
        });
    }

    /** Empty if the desktop has no tray now; it may get one later. Two toolkits in one process do not go well on macOS. */
    static Optional<DesktopIcon> find(TrayActions actions) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return Optional.empty();
        }
        return system.startsWith("windows") ? ask(actions) : askOnX(actions);
    }

    /** AWT is not even loaded where there is no tray, and leaves the answers to X errors to GTK. */
    private static Optional<DesktopIcon> askOnX(TrayActions actions) {
        try {
            XServer x = new XServer();
            return x.hasTray() ? x.keepingErrorHandler(() -> ask(actions)) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.debug("No X server to ask for a tray: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<DesktopIcon> ask(TrayActions actions) {
        try {
            return SystemTray.isSupported()
                    ? Optional.of(new DesktopIcon(SystemTray.getSystemTray(), actions))
                    : Optional.empty();
        } catch (AWTError | LinkageError | UnsupportedOperationException | SecurityException e) {
            LOG.debug("No tray on this desktop: {}", e.toString());
            return Optional.empty();
        }
    }

    private PopupMenu menu(TrayActions actions) {
        PopupMenu menu = new PopupMenu();
        status.setEnabled(false);
        menu.add(status);
        menu.addSeparator();
        menu.add(item("Open Watchfloor", actions.open()));
        menu.add(item("Show what happened while I was away", actions.showMissed()));
        menu.addSeparator();
        menu.add(item("Quit Watchfloor", actions.quit()));
        return menu;
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.addActionListener(_ -> FxThread.run(action));
        return item;
    }

    /** The side of the square in pixels. */
    int size() {
        return size;
    }

    /** @param picture of {@link #size()} */
    synchronized void show(Image picture, String text) {
        icon.setImage(copy(picture));
        icon.setToolTip("Watchfloor: " + text);
        status.setLabel(text);
        try {
            if (!added) {
                tray.add(icon);
                added = true;
            }
        } catch (AWTException e) {
            LOG.debug("The tray of this desktop is gone: {}", e.toString());
        }
    }

    synchronized void remove() {
        tray.remove(icon);
        added = false;
    }

    private static BufferedImage copy(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
