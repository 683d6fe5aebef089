package noroshi.notification.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.notification.NewsLine;
import noroshi.shared.Actor;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The stream of an open page: ids and counts (server-sent events, HTML Living Standard §9.2). It holds no thread and no
 * database connection, and does not keep a session alive; after a while it ends, and the page asks anew, with the rights
 * of that moment. Whoever has too many pages open, or comes when there are too many, is answered 204, after which a
 * browser does not ask again: the page works without, and shows new counts when it is loaded.
 */
@Controller
class StreamController {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_OF_ONE = 12;
    private static final int MOST = 5_000;
    private static final String BEGINNING = "retry:5000\n:open\n\n";

    private final NewsLine line;
    private final Clock clock;
    private final Map<OpenPage, Place> open = new ConcurrentHashMap<>();

    StreamController(NewsLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** Whose page it is, and when its stream ends. */
    private record Place(UUID person, Instant until) {}

    @GetMapping(path = "/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response, Actor actor)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        if (full(actor)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("X-Accel-Buffering", "no");
        // Told by its end alone, the answer needs no framing and goes on after the request.
        response.setHeader("Connection", "close");
        response.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        var page = request.upgrade(OpenPage.class);
        open.put(page, new Place(actor.person(), clock.instant().plus(LONGEST)));
        page.attend(opened -> line.listen(news -> opened.tell(said(news)), actor), () -> open.remove(page));
    }

    private boolean full(Actor actor) {
        return open.size() >= MOST
                || open.values().stream()
                                .filter(place -> place.person().equals(actor.person()))
                                .count()
                        >= MOST_OF_ONE;
    }

    private static String said(NewsLine.News news) {
        return "event:count\nid:" + news.item() + "\ndata:{\"unread\":" + news.unread() + "}\n\n";
    }

    /** Ends what has lasted long enough, and finds out who is gone. */
    @Scheduled(fixedDelayString = "PT1M")
    void beat() {
        var now = clock.instant();
        open.forEach((page, place) -> {
            if (place.until().isBefore(now)) {
                page.hangUp();
            } else {
                page.tell(":\n\n");
            }
        });
    }
}
