package noroshi.topic.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import noroshi.community.Audiences;
import noroshi.shared.Actor;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Says in words whom a set of principals stands for. */
@Component
class PrincipalNames {
    private final Audiences audiences;

    PrincipalNames(Audiences audiences) {
        this.audiences = audiences;
    }

    void expect(Collection<UUID> names, Actor actor) {
        audiences.expect(names, actor);
    }

    List<String> names(Collection<UUID> principals, Actor actor) {
        return List.copyOf(new LinkedHashSet<>(audiences.names(principals, Ui.locale(), actor)));
    }
}
