package noroshi.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A form that is sent twice does its work once: the second sending is led where the first was. The same is what comes
 * from the same page with the same words; other words from the same page are something new.
 */
class OnlyOnce implements HandlerInterceptor {
    /** The field of every form that names the page it stands on. */
    static final String FIELD = "_page";

    private static final String BEGUN = OnlyOnce.class.getName();
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int STEPS = 100;

    private final ObjectProvider<Submissions> submissions;

    OnlyOnce(ObjectProvider<Submissions> submissions) {
        this.submissions = submissions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletException, IOException, InterruptedException {
        if (request.getMethod().equals("GET") || request.getParameter(FIELD) == null) {
            return true;
        }
        var known = submissions.getIfAvailable();
        if (known == null) {
            return true;
        }
        var submission = name(request);
        for (int step = 0; step < STEPS; step++) {
            if (known.begin(submission)) {
                request.setAttribute(BEGUN, submission);
                return true;
            }
            var outcome = known.outcome(submission);
            if (outcome.isPresent()) {
                return lead(outcome.get(), response);
            }
            Thread.sleep(STEP);
        }
        throw new RuleBroken("site.sent-already");
    }

    private static boolean lead(String location, HttpServletResponse response) {
        if (location.isEmpty()) {
            throw new RuleBroken("site.sent-already");
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (!(request.getAttribute(BEGUN) instanceof UUID submission)) {
            return;
        }
        var known = submissions.getObject();
        if (response.getStatus() == HttpServletResponse.SC_SEE_OTHER && !bringsCookies(response)) {
            known.done(submission, Objects.requireNonNullElse(response.getHeader("Location"), "/"));
        } else if (response.getStatus() == HttpServletResponse.SC_CREATED) {
            known.done(submission, "");
        } else {
            known.forget(submission);
        }
    }

    /** Who is led on without the cookie that the first answer brought gets nowhere; signing in stays as it is. */
    private static boolean bringsCookies(HttpServletResponse response) {
        return response.getHeaders("Set-Cookie").stream().anyMatch(cookie -> !cookie.startsWith(Notice.COOKIE + "="));
    }

    /** Everything that was sent, by whom and where, in one name. */
    private static UUID name(HttpServletRequest request) throws ServletException, IOException {
        var all = sha256();
        add(all, Acting.current().map(actor -> actor.person().toString()).orElse(""));
        add(all, request.getMethod());
        add(all, request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((field, values) -> {
            if (!field.equals(Ui.csrfName())) {
                add(all, field);
                for (var value : values) {
                    add(all, value);
                }
            }
        });
        if (Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/")) {
            for (var part : request.getParts()) {
                add(all, part);
            }
        }
        var name = ByteBuffer.wrap(all.digest());
        return new UUID(name.getLong(), name.getLong());
    }

    private static void add(MessageDigest all, Part part) {
        if (part.getSubmittedFileName() != null) {
            add(all, part.getSubmittedFileName() + "/" + part.getSize());
        }
    }

    private static void add(MessageDigest all, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        all.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        all.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
