package dev.hallm.bot.kube;

import tools.jackson.databind.node.ObjectNode;

/** Makes a Certificate for each TLS secret of an Ingress that names an issuer, as cert-manager does. */
final class CertificateController implements Controller {
    private static final String ISSUER = "cert-manager.io/cluster-issuer";

    private final Api api;

    CertificateController(Api api) {
        this.api = api;
    }

    @Override
    public void onChange(Change change) {
        boolean issued = !Meta.annotation(change.object(), ISSUER).isEmpty();
        if (change.of(ResourceTypes.INGRESSES) && !change.deleted() && issued) {
            Json.each(Json.at(change.object(), "spec", "tls")).forEach(tls -> ensure(change.object(), tls));
        }
    }

    private void ensure(ObjectNode ingress, ObjectNode tls) {
        String name = Json.text(tls, "secretName");
        var ref = new ObjectRef(ResourceTypes.CERTIFICATES, Meta.namespace(ingress), name);
        api.store().atomically(() -> {
            boolean wanted = !name.isEmpty()
                    && api.store().find(ref).isEmpty()
                    && api.store()
                            .find(ObjectRef.of(ResourceTypes.INGRESSES, ingress))
                            .isPresent()
                    && !namespaceEnds(ref.namespace());
            if (wanted) {
                api.writer().create(ref.type(), ref.namespace(), certificate(ingress, tls), Writer.Options.INTERNAL);
            }
            return ref;
        });
    }

    private boolean namespaceEnds(String namespace) {
        return api.store()
                .find(ObjectRef.ofNamespace(namespace))
                .map(Meta::terminating)
                .orElse(true);
    }

    private static ObjectNode certificate(ObjectNode ingress, ObjectNode tls) {
        String name = Json.text(tls, "secretName");
        ObjectNode certificate = Json.object();
        Meta.of(certificate)
                .put("name", name)
                .putArray("ownerReferences")
                .add(Meta.controllerReference(ResourceTypes.INGRESSES, ingress));
        ObjectNode issuer = Json.object("kind", "ClusterIssuer", "group", "cert-manager.io");
        issuer.put("name", Meta.annotation(ingress, ISSUER));
        ObjectNode spec = Json.object("secretName", name, "issuerRef", issuer);
        spec.set("dnsNames", tls.path("hosts").deepCopy());
        certificate.set("spec", spec);
        return certificate;
    }
}
