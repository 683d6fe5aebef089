package noroshi.desk.web;

import java.util.Optional;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.shared.Actor;
import noroshi.topic.Kind;
import noroshi.topic.OwnPage;
import noroshi.topic.Topic;
import org.springframework.stereotype.Component;

/** Leads from a topic of the desk to the page of its matter. */
@Component
class MatterAddress implements OwnPage {
    private final ConsultationDesk desk;

    MatterAddress(ConsultationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Kind kind() {
        return Kind.MATTER;
    }

    @Override
    public Optional<String> address(Topic topic, Actor actor) {
        return desk.around(topic.id(), actor).map(Matter::path);
    }
}
