package com.mypay.cli.batch;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts exactly the certificates in this installation's own key store, and nobody else's. The server makes its
 * certificate itself, for the machine's name, so no authority and no host name could vouch for it.
 */
final class ServerCertificate extends X509ExtendedTrustManager {

    private final Set<Certificate> known;

    private ServerCertificate(Set<Certificate> known) {
        this.known = Set.copyOf(known);
    }

    static SSLContext pinned(Home home) {
        Path file = home.liberty().resolve("servers/mypay/resources/security/key.p12");
        if (!Files.exists(file)) {
            throw CommandFailure.refused("batch.noKeyStore", file);
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    new TrustManager[] {new ServerCertificate(certificates(file, home.secret("keystore")))},
                    null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw CommandFailure.refused("home.unreadable", file, String.valueOf(e.getMessage()));
        }
    }

    private static Set<Certificate> certificates(Path file, String password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        Set<Certificate> certificates = new HashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            certificates.add(store.getCertificate(alias));
        }
        return certificates;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !known.contains(chain[0])) {
            throw new CertificateException("not this installation's server");
        }
        chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("there are no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("there are no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
