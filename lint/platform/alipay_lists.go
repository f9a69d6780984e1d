package platform

// alipayLists: alipay.open.mini.safedomain.create and .delete, and
// alipay.open.mini.baseinfo.query (section 2 of the platform facts).
var alipayLists = Lists{
	Keys:   []ListKey{{Key: "safedomain", Category: Request, Own: true, Single: true}},
	Delete: "safedomain.delete",
	// The names as projects commit them (section 4.3 of the platform facts).
	Switches: []Switch{
		{File: "project-ide.json", Path: "ignoreHttpDomainCheck", Off: true},
		{File: "project-ide.json", Path: "ignoreWebViewDomainCheck", Off: true},
		{File: "project-ide.json", Path: "ignoreCertificateDomainCheck", Off: true},
	},
	Bodies: alipayBodies,
}
