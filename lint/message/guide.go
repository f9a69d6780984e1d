package message

// guide holds what a developer needs who meets a filing for the first time, as
// Markdown. Sources: section 5 of the platform facts (Tencent Cloud's and Huawei
// Cloud's filing documentation) and the laws that table explain names.
var guide = []Entry{
	{ID: "guide.unfiled-domain", Message: Text{guideUnfiledEN, guideUnfiledZH}},
	{ID: "guide.pending-filing", Message: Text{guidePendingEN + "\n" + guideUnfiledEN, guidePendingZH + "\n" + guideUnfiledZH}},
}

const guideUnfiledEN = `## Who must file, and why

The owner of the domain files it: the company, organisation or person it is registered to. A filing
(ICP备案) is made for the registrable domain (example.com, example.com.cn) and covers every host and every port below
it; only departments below gov.cn file their sub-domains one by one. The law asks for it when the server, or a CDN
node, stands in mainland China. WeChat and Alipay ask for it for every domain that a mini program calls, wherever the
server stands.

The mini program itself must be filed as well (工业和信息化部关于开展移动互联网应用程序备案工作的通知, 4 August
2023), with a number that ends in X (…号-3X). That is another record: it does not file the domains of its servers, and
their filings do not file it.

## What happens without one

- The platform's console refuses the domain (域名未经过ICP备案), so that calls fail on users' phones.
- The access provider blocks a domain in mainland China that has no filing, whichever port it uses.
- 非经营性互联网信息服务备案管理办法, article 22: the communications administration of the province orders
  correction and fines CNY 10,000; the site of one who refuses is closed. 互联网信息服务管理办法, article 19, says
  the same of correction and closing.
- Where the content is of the kind that 互联网信息服务管理办法, article 15, forbids and amounts to a crime, article
  20 provides for criminal liability.

## What is needed

- the identity document of the domain's owner: business licence, or identity card of a person
- the certificate of the domain (域名证书), registered to that owner under the real name
- who the entity is: name, address, person in charge, with their documents and telephone numbers
- what the site is: name, content, person responsible; for news, medicine, education and the like the permit of the
  authority concerned
- the server and its access provider: the service that hosts it in mainland China

A domain at a foreign registrar must be transferred in first; its suffix must be one that MIIT has approved.

## Where

At the access provider, the cloud that hosts the server: Alibaba Cloud, Tencent Cloud, Huawei Cloud and others have a
filing system (备案系统) in their consoles. It checks the papers and hands them to the communications administration
(通信管理局) of the owner's province. If the server moves to another provider, file the access there as well (接入备案);
the number stays. The mini program itself is filed on its platform: WeChat in 微信公众平台, Alipay in its developer
console.

## How long

The provider's check comes first. The administration then decides within twenty working days of complete papers
(非经营性互联网信息服务备案管理办法, article 12). Plan for three to four weeks.

## Afterwards

Keep the number, 京ICP备12345678号-1: it stands at the foot of the site's home page with a link to
beian.miit.gov.cn, and in the filed list:

    example.com  京ICP备12345678号-1

A filing does not run out, but it can be cancelled: when its data are false, the domain has expired, or the server is
gone.

## When a host can never be filed

Nobody but the owner can file a name below another's domain (github.io, vercel.app, workers.dev), an IP address, a test
host of a cloud provider, or a foreign service. Let a server of your own on a filed domain forward the calls
(api.example.com/proxy → the service), and call that from the mini program. For a storage bucket or a CDN, bind a domain
of your own. For a vendor's SDK, list the vendor's domain with the vendor's number and owner=vendor: it is filed, by them.
`

const guideUnfiledZH = `## 谁来备案，为什么

由域名所有者备案：注册该域名的企业、组织或个人。ICP 备案以可注册域名（example.com、example.com.cn）为单位，覆盖其下
所有子域名和所有端口；只有 gov.cn 下的政府部门需要为子域名单独备案。法规要求境内服务器或境内 CDN 节点的域名备案；
微信和支付宝则要求小程序访问的每个域名都已备案，不论服务器在哪里。

小程序自身也要备案（2023 年 8 月 4 日《工业和信息化部关于开展移动互联网应用程序备案工作的通知》），备案号以 X 结尾（…号-3X）。
这是另一条记录：小程序备案不等于其服务器域名已备案，反之亦然。

## 不备案的后果

- 平台后台拒绝该域名（域名未经过ICP备案），用户手机上的请求失败。
- 境内接入服务商会阻断没有备案的域名，换端口也没有用。
- 《非经营性互联网信息服务备案管理办法》第二十二条：由住所所在地省通信管理局责令限期改正，并处 1 万元罚款；拒不改正的，
  关闭网站。《互联网信息服务管理办法》第十九条同样规定责令限期改正和关闭网站。
- 内容属于《互联网信息服务管理办法》第十五条所禁止且构成犯罪的，依第二十条追究刑事责任。

## 需要哪些材料

- 域名所有者的证件：企业营业执照，或个人身份证
- 域名证书，域名已完成实名认证，所有者与备案主体一致
- 主体信息：名称、地址、负责人及其证件和电话
- 网站信息：名称、内容、负责人；新闻、医疗、教育等需要主管部门的许可文件
- 服务器和接入服务商信息：提供境内服务器的服务商

在境外注册商注册的域名需要先转入境内；域名后缀须经工信部批复。

## 在哪里办理

在接入服务商处办理，即提供服务器的云服务商：阿里云、腾讯云、华为云等都在控制台提供备案系统。接入服务商初审后，提交主体所在省的
通信管理局审核。服务器换到其他接入服务商时，还要在那里办理接入备案，备案号不变。小程序自身在所属平台备案：微信在微信公众
平台，支付宝在其开放平台。

## 要多久

先由接入服务商初审。材料齐全的，通信管理局在二十个工作日内办结（《非经营性互联网信息服务备案管理办法》第十二条）。
请预留三到四周。

## 办完以后

保存备案号（例如 京ICP备12345678号-1）：标明在网站主页底部并链接到 beian.miit.gov.cn，同时写入备案清单：

    example.com  京ICP备12345678号-1

备案没有有效期，但可能被注销：信息不实、域名过期、服务器已不在（空壳）等。

## 永远无法备案的域名

他人域名下的名称（github.io、vercel.app、workers.dev）、IP 地址、云服务商的测试域名、境外服务，使用者都无法备案。
请用您自己的、使用已备案域名的服务器转发（api.example.com/proxy → 该服务），小程序只访问您的域名。存储桶和 CDN 请绑定
自己的域名。使用服务商的 SDK 时，把服务商的域名和备案号写入备案清单并加上 owner=vendor：备案由服务商完成。
`

const guidePendingEN = `## While the filing is under review

1. The access provider checks the papers.
2. MIIT sends a text message to be confirmed, where the province asks for it.
3. The communications administration of the province decides, within twenty working days of complete papers.

Do not release a version that needs the domain: the platform's console refuses the domain until then. Keep the test server on
a domain that is filed already. When the filing is granted, the number appears at
beian.miit.gov.cn; replace "pending" with it:

    example.com  pending  grace=2026-12-31
    example.com  京ICP备12345678号-1

WeChat takes a newly filed domain as a business domain (业务域名) after 24 hours.
`

const guidePendingZH = `## 审核期间

1. 接入服务商初审材料。
2. 部分省份要求通过工信部短信核验。
3. 省通信管理局审核，材料齐全的在二十个工作日内办结。

在此之前不要发布需要该域名的版本：平台后台会拒绝该域名。测试服务器请先用已经备案的域名。备案通过后可以在
beian.miit.gov.cn 查到备案号；请用它替换“pending”：

    example.com  pending  grace=2026-12-31
    example.com  京ICP备12345678号-1

新备案的域名在 24 小时之后才能配置为微信业务域名。
`
