// Asks the device for a passkey and puts its answer into the form, which is then sent like any other.
// Each form names where to ask (data-ask) and whether a passkey is made or used (data-passkey).
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const keys = (ids) => ids.map((id) => ({ type: "public-key", id: bytes(id) }));

async function make(asked) {
  const made = await navigator.credentials.create({
    publicKey: {
      rp: { id: asked.name, name: "Parley" },
      user: { id: bytes(asked.user), name: asked.login, displayName: asked.person },
      challenge: bytes(asked.challenge),
      pubKeyCredParams: asked.kinds.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: keys(asked.known),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
    },
  });
  const transports = made.response.getTransports ? made.response.getTransports() : [];
  return {
    credential: text(made.rawId),
    client: text(made.response.clientDataJSON),
    attestation: text(made.response.attestationObject),
    transports: transports.join(" "),
  };
}

async function use(asked) {
  const used = await navigator.credentials.get({
    publicKey: {
      rpId: asked.name,
      challenge: bytes(asked.challenge),
      allowCredentials: keys(asked.known),
      userVerification: "required",
    },
  });
  return {
    credential: text(used.rawId),
    client: text(used.response.clientDataJSON),
    data: text(used.response.authenticatorData),
    signature: text(used.response.signature),
  };
}

// Where other fields stand in the same form, the names of ours begin with a sign of their own.
const field = (form, name) => form.elements[(form.dataset.prefix ?? "") + name];

async function ask(form) {
  const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("Load this page again; you may have been signed out.");
  const asked = await answer.json();
  const said = { challenge: asked.challenge, ...(await (form.dataset.passkey === "make" ? make(asked) : use(asked))) };
  for (const [name, value] of Object.entries(said)) field(form, name).value = value;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  const says = form.querySelector("[role=alert]");
  form.addEventListener("submit", (event) => {
    if (field(form, "credential").value) return;
    event.preventDefault();
    says.hidden = true;
    ask(form).then(
      () => form.requestSubmit(),
      (failed) => {
        says.textContent =
          failed.name === "InvalidStateError"
            ? "This device has a passkey for you already."
            : failed.name === "NotAllowedError"
              ? "The device gave no passkey: it has none for this site, or it was stopped. Try again, or use the other way."
              : failed.message;
        says.hidden = false;
      },
    );
  });
}
