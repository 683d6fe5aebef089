package noroshi.membership.signin;

/** Where a sign-in comes from, as far as the request tells: network address and browser. */
public record Device(String address, String agent) {
    private static final int LONGEST = 200;

    public Device {
        agent = agent.replaceAll("\\p{Cntrl}", " ");
        agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
    }
}
