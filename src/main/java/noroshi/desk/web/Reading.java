package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.shared.Actor;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Records that somebody reads a matter: its outline, and every part of it that they may read. */
@Component
class Reading {
    private final ConsultationDesk desk;
    private final Readership readership;

    Reading(ConsultationDesk desk, Readership readership) {
        this.desk = desk;
        this.readership = readership;
    }

    /** HEAD looks without reading; a browser that fetches ahead gets no words and asks again later. */
    @Transactional
    public Matter open(String reference, HttpServletRequest request, Actor actor) {
        var ahead = request.getHeader("Sec-Purpose");
        if (ahead != null && ahead.contains("prefetch")) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        var matter = desk.show(reference, actor);
        if (!request.getMethod().equals("HEAD")) {
            readership.open(matter.topic(), Level.ALL, actor);
            desk.parts(matter, actor).values().forEach(part -> readership.open(part, Level.ALL, actor));
        }
        return matter;
    }
}
