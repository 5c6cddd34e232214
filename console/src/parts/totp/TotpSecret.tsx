import { QRCode } from 'antd';
import { t } from '@fengqiao/ui/language.ts';
import './totp.css';

const texts = {
  scan: {
    zh: '用手机验证器扫码，或手工输入密钥；密钥只显示一次。',
    en: 'Scan it with the authenticator on your phone, or enter the secret by hand; it is shown once.',
  },
  code: { zh: '绑定动态口令的二维码', en: 'QR code that binds the authenticator' },
} as const;

/** The secret of an authenticator, to be scanned or typed. */
export function TotpSecret({ secret, uri }: { secret: string; uri: string }) {
  return (
    <div className="totp-secret-card">
      <div role="img" aria-label={t(texts.code)}>
        <QRCode
          value={uri}
          size={132}
          errorLevel="L"
          type="svg"
          bordered={false}
          color="#1b1f22"
          bgColor="#ffffff"
        />
      </div>
      <div className="stack tight">
        <code className="totp-secret">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        <span className="hint small">{t(texts.scan)}</span>
      </div>
    </div>
  );
}
