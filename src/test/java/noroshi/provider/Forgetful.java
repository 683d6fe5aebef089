package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Pages of one object each, under cursors that hold until the server forgets them and refuses whoever asks by one. */
final class Forgetful implements BadServer.Behaviour {
    private final int refusal;
    private final List<String> ids;
    private final Map<String, Integer> cursors = new ConcurrentHashMap<>();
    private volatile int broken = Integer.MAX_VALUE;

    /** With so many pages. */
    Forgetful(int pages, int refusal) {
        this.refusal = refusal;
        this.ids = Stream.generate(Partner::id).limit(pages).toList();
    }

    /** What it has, in its order. */
    List<String> ids() {
        return ids;
    }

    /** From this page on it fails. */
    void breakAt(int page) {
        broken = page;
    }

    /** Is mended, and knows no cursor it has given. */
    void beginAnew() {
        broken = Integer.MAX_VALUE;
        cursors.clear();
    }

    @Override
    public void answer(String request, OutputStream out) throws IOException, InterruptedException {
        var asked = request.replaceFirst(".*[?&]next=([^& ]*).*", "$1");
        if (asked.equals(request)) {
            page(0).answer(request, out);
        } else if (cursors.containsKey(asked)) {
            page(cursors.get(asked)).answer(request, out);
        } else {
            BadServer.answer(refusal, "", "").answer(request, out);
        }
    }

    private BadServer.Behaviour page(int number) {
        if (number >= broken) {
            return BadServer.answer(500, "", "");
        }
        var cursor = "c" + UUID.randomUUID();
        cursors.put(cursor, number + 1);
        var more = number + 1 < ids.size();
        return json(
                "X-TAXII-Date-Added-Last: " + Instant.ofEpochSecond(1_780_000_000L + number) + "\r\n",
                "{\"more\":" + more + (more ? ",\"next\":\"" + cursor + "\"," : ",")
                        + objects(indicator(ids.get(number))) + "}");
    }
}
