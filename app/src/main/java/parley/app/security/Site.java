package parley.app.security;

import java.net.URI;

/**
 * Where the server is reached.
 *
 * @param host the value of the {@code Host} header, with port
 * @param address the address a browser opens, without a slash at the end
 */
public record Site(String host, String address) {
    /** Returns the site on this machine alone. */
    public static Site here(int port) {
        return new Site("localhost:" + port, "http://localhost:" + port);
    }

    /** Returns the site behind a proxy with TLS; {@code host} is its name, with a port if it is not 443. */
    public static Site behindProxy(String host) {
        return new Site(host, "https://" + host);
    }

    /** Returns the host name without port: what passkeys are bound to. */
    public String name() {
        return URI.create(address).getHost();
    }
}
