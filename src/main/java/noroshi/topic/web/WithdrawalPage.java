package noroshi.topic.web;

import java.util.UUID;
import noroshi.topic.Topic;

/** The form that takes a topic back. */
public record WithdrawalPage(UUID id, String title) {
    static WithdrawalPage of(Topic topic) {
        return new WithdrawalPage(topic.id(), topic.title());
    }
}
