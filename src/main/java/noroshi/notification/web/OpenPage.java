package noroshi.notification.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one open page, taken over from HTTP once its answer has begun: idle, it costs a socket, and not a
 * request with the buffers of one. It waits for nobody: a page that does not take what it is told is hung up.
 *
 * <p>Public, with a constructor without arguments, since the servlet container makes it.
 */
public final class OpenPage implements HttpUpgradeHandler {
    private Function<OpenPage, Runnable> listening = page -> () -> {};
    private Runnable gone = () -> {};

    @Nullable
    private WebConnection connection;

    @Nullable
    private ServletOutputStream out;

    private boolean over;

    /**
     * What happens once the page can be told something, and once it cannot any more.
     *
     * @param whenOpened answers with what undoes it
     */
    synchronized void attend(Function<OpenPage, Runnable> whenOpened, Runnable whenGone) {
        listening = whenOpened;
        gone = whenGone;
    }

    @Override
    public void init(WebConnection taken) {
        try {
            var in = taken.getInputStream();
            synchronized (this) {
                connection = taken;
                out = taken.getOutputStream();
                out.setWriteListener(new Writing());
            }
            in.setReadListener(new Reading(in));
            var silence = listening.apply(this);
            synchronized (this) {
                if (!over) {
                    var before = gone;
                    gone = () -> {
                        silence.run();
                        before.run();
                    };
                    return;
                }
            }
            silence.run();
            close();
        } catch (IOException lost) {
            hangUp();
        }
    }

    /** Tells the page; hangs up when it is gone or takes nothing. */
    void tell(String event) {
        if (!told(event)) {
            hangUp();
        }
    }

    private synchronized boolean told(String event) {
        if (over || out == null || !out.isReady()) {
            return false;
        }
        try {
            out.write(event.getBytes(StandardCharsets.UTF_8));
            if (out.isReady()) {
                out.flush();
            }
            return true;
        } catch (IOException | IllegalStateException lost) {
            return false;
        }
    }

    void hangUp() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        gone.run();
        close();
    }

    private void close() {
        try {
            if (connection != null) {
                requireNonNull(out).close();
                connection.getInputStream().close();
                connection.close();
            }
        } catch (Exception lost) {
            // It is closed either way.
        }
    }

    @Override
    public void destroy() {
        hangUp();
    }

    /** A page says nothing; that it says no more is how one learns that it is gone. */
    private final class Reading implements ReadListener {
        private final ServletInputStream in;
        private final byte[] unwanted = new byte[64];

        private Reading(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (in.isReady()) {
                if (in.read(unwanted) < 0) {
                    hangUp();
                    return;
                }
            }
        }

        @Override
        public void onAllDataRead() {
            hangUp();
        }

        @Override
        public void onError(Throwable lost) {
            hangUp();
        }
    }

    private final class Writing implements WriteListener {
        @Override
        public void onWritePossible() {
            // What is to be told is told when it happens.
        }

        @Override
        public void onError(Throwable lost) {
            hangUp();
        }
    }
}
