package noroshi.topic.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Stores words and files together: both, or neither. */
@Component
class Attaching {
    private final Conversation conversation;
    private final Files files;

    Attaching(Conversation conversation, Files files) {
        this.conversation = conversation;
        this.files = files;
    }

    /** One uploaded file in memory; uploads are at most 20 MiB each. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Part(String name, byte[] bytes) {}

    static List<Part> parts(@Nullable List<MultipartFile> uploads) throws IOException {
        var parts = new ArrayList<Part>();
        if (uploads != null) {
            for (var upload : uploads) {
                var name = upload.getOriginalFilename();
                if (name != null && !name.isEmpty()) {
                    parts.add(new Part(name, upload.getBytes()));
                }
            }
        }
        return parts;
    }

    @Transactional
    public UUID comment(UUID topic, String body, boolean hidden, Optional<UUID> quotes, List<Part> parts, Actor actor) {
        var comment = conversation.comment(topic, body, hidden, quotes, actor);
        attach(topic, Optional.of(comment), parts, actor);
        return comment;
    }

    @Transactional
    public void attach(UUID topic, Optional<UUID> comment, List<Part> parts, Actor actor) {
        RuleBroken.afterAll(parts, part -> files.attach(topic, comment, part.name(), part.bytes(), Level.ALL, actor));
    }
}
