package noroshi;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends what a row of the access matrix says, each time from another network, so that nobody is throttled. */
final class Asking {
    private static final AtomicInteger ASKED = new AtomicInteger();

    private Asking() {}

    static MockHttpServletResponse ask(
            MockMvcTester mvc, MatrixRow row, Map<String, String> ids, RequestPostProcessor who) {
        var network = "2001:db8:" + Integer.toHexString(ASKED.incrementAndGet()) + "::1";
        var request = mvc.method(HttpMethod.valueOf(row.method()))
                .uri(row.path(ids))
                .with(who)
                .with(it -> {
                    it.setRemoteAddr(network);
                    return it;
                });
        row.fields(ids).forEach((name, value) -> request.param(name, value));
        var answer = row.streams() ? request.asyncExchange() : request.exchange();
        return answer.getResponse();
    }
}
