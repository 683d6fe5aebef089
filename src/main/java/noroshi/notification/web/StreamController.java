package noroshi.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.notification.NewsLine;
import noroshi.shared.Actor;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of an open page: ids and counts. It holds no thread and no database connection, and does not keep a session
 * alive; after a while it ends, and the page asks anew, with the rights of that moment.
 */
@Controller
class StreamController {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final NewsLine line;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    StreamController(NewsLine line) {
        this.line = line;
    }

    @GetMapping(path = "/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(HttpServletResponse response, Actor actor) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var stream = new SseEmitter(LONGEST.toMillis());
        var hangUp = line.listen(news -> send(stream, news), actor);
        open.add(stream);
        stream.onCompletion(() -> {
            open.remove(stream);
            hangUp.run();
        });
        stream.onTimeout(stream::complete);
        stream.send(SseEmitter.event().reconnectTime(5000).comment("open"));
        return stream;
    }

    private static void send(SseEmitter stream, NewsLine.News news) {
        try {
            stream.send(SseEmitter.event()
                    .name("count")
                    .id(news.item().toString())
                    .data("{\"unread\":" + news.unread() + "}", MediaType.TEXT_PLAIN));
        } catch (IOException | IllegalStateException gone) {
            stream.completeWithError(gone);
        }
    }

    /** Finds out who is gone. */
    @Scheduled(fixedDelayString = "PT1M")
    void beat() {
        for (var stream : open) {
            try {
                stream.send(SseEmitter.event().comment(""));
            } catch (IOException | IllegalStateException gone) {
                stream.completeWithError(gone);
            }
        }
    }
}
